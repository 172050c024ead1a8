package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message of any size in one pass with little memory. Whatever breaks the rules of MIME is
 * read as what it most likely was meant to be: bounces are written by the oldest programs there
 * are.
 */
final class MimeReader {
  /** Of the text of one part; nobody writes why a letter did not arrive behind so much else. */
  private static final int MOST_OF_PART = 512 * 1024;

  private static final int MOST_OF_ALL = 8 * 1024 * 1024;
  private static final int MOST_OF_FIELD = 64 * 1024;
  private static final int MOST_FIELDS = 2000;
  private static final int MOST_PARTS = 500;
  private static final int DEEPEST = 20;
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,100})[ \\t]{0,10}:(.*)");
  private static final Pattern GUESSED =
      Pattern.compile("(?m)^--([^\\s].{0,80})\\n(?:[Cc]ontent-[A-Za-z-]{4,40}:)");

  private final Lines lines;
  private final Deque<String> boundaries = new ArrayDeque<>();
  private int depth;
  private int parts;
  private int kept;

  /** The boundary that ended the part read last, and whether it was its closing one. */
  private @Nullable String endedBy;

  private boolean closed;

  private MimeReader(InputStream in, int depth) {
    this.lines = new Lines(in);
    this.depth = depth;
  }

  static Part read(InputStream in) throws IOException {
    return new MimeReader(in, 0).message();
  }

  /** A message that was hidden in an encoding. */
  private Part readAgain(byte[] bytes) throws IOException {
    return new MimeReader(new ByteArrayInputStream(bytes), depth).message();
  }

  private Part message() throws IOException {
    skipEmptyLines();
    return part();
  }

  private void skipEmptyLines() throws IOException {
    byte[] line = lines.next();
    while (line != null && new String(line, ISO_8859_1).isBlank() && !isBoundary(line)) {
      line = lines.next();
    }
    if (line != null) {
      lines.giveBack(line);
    }
  }

  private Part part() throws IOException {
    depth++;
    parts++;
    Header header = header();
    ContentType type = ContentType.of(header.first("content-type"));
    Part part;
    if (endedBy != null || depth > DEEPEST || parts > MOST_PARTS) {
      part = new Part(header, type, endedBy != null ? new byte[0] : leaf(), List.of());
    } else if (type.isMultipart()) {
      part = multipart(header, type);
    } else if (type.isMessage()) {
      part = embedded(header, type);
    } else {
      part = new Part(header, type, leaf(), List.of());
    }
    depth--;
    return part;
  }

  private Header header() throws IOException {
    List<Header.Field> fields = new ArrayList<>();
    String name = "";
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    endedBy = null;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (line.length == 0) {
        break;
      }
      if (isBoundary(line)) {
        break;
      }
      String text = new String(line, ISO_8859_1);
      if (text.isBlank() && name.isEmpty()) {
        break;
      }
      boolean folded = line[0] == ' ' || line[0] == '\t';
      Matcher field = FIELD.matcher(text);
      if (folded && !name.isEmpty()) {
        if (value.size() < MOST_OF_FIELD) {
          value.write(' ');
          value.writeBytes(text.strip().getBytes(ISO_8859_1));
        }
      } else if (field.matches()) {
        add(fields, name, value);
        name = field.group(1);
        value.writeBytes(field.group(2).strip().getBytes(ISO_8859_1));
      } else if (!text.startsWith("From ") && !text.startsWith(">From ")) {
        lines.giveBack(line);
        break;
      }
    }
    add(fields, name, value);
    return new Header(fields);
  }

  private static void add(List<Header.Field> fields, String name, ByteArrayOutputStream value) {
    if (!name.isEmpty() && fields.size() < MOST_FIELDS) {
      fields.add(Header.Field.of(name, Charsets.decoded(value.toByteArray(), "utf-8")));
    }
    value.reset();
  }

  private Part multipart(Header header, ContentType type) throws IOException {
    String boundary = type.parameter("boundary");
    if (boundary.isBlank()) {
      return guessed(header, type, leaf());
    }
    boundaries.push(boundary.stripTrailing());
    byte[] preamble = leaf();
    List<Part> children = new ArrayList<>();
    while (boundary.stripTrailing().equals(endedBy) && !closed && parts < MOST_PARTS) {
      children.add(part());
    }
    boundaries.pop();
    if (boundary.stripTrailing().equals(endedBy)) {
      // what stands after the last part ends where the outer part does
      leaf();
    }
    return children.isEmpty()
        ? guessed(header, type, preamble)
        : new Part(header, type, preamble, children);
  }

  /** A multipart whose parts could not be found: by what looks like a boundary, or as text. */
  private Part guessed(Header header, ContentType type, byte[] body) throws IOException {
    Matcher line = GUESSED.matcher(new String(body, ISO_8859_1));
    if (depth > DEEPEST || type.parameters().containsKey("guessed") || !line.find()) {
      return new Part(
          header, new ContentType(ContentType.PLAIN, type.parameters()), body, List.of());
    }
    String found = line.group(1).stripTrailing();
    String again =
        "Content-Type: %s; guessed=yes; boundary=\"%s\"\n\n".formatted(type.type(), found);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(again.getBytes(ISO_8859_1));
    whole.writeBytes(body);
    Part read = readAgain(whole.toByteArray());
    return read.under(header);
  }

  private Part embedded(Header header, ContentType type) throws IOException {
    String encoding = header.first("content-transfer-encoding").strip();
    if (encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable")) {
      byte[] body = leaf();
      byte[] bytes = Transfer.decoded(body, encoding);
      boolean isMessage = FIELD.matcher(firstLine(bytes)).matches();
      return new Part(header, type, body, List.of(readAgain(isMessage ? bytes : body)));
    }
    skipEmptyLines();
    return new Part(header, type, new byte[0], List.of(part()));
  }

  private static String firstLine(byte[] bytes) {
    return new String(bytes, ISO_8859_1).lines().findFirst().orElse("");
  }

  /** The lines up to the next boundary of any part that is open, or to the end. */
  private byte[] leaf() throws IOException {
    endedBy = null;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] line = lines.next(); line != null && !isBoundary(line); line = lines.next()) {
      if (body.size() < MOST_OF_PART && kept < MOST_OF_ALL) {
        body.writeBytes(line);
        body.write('\n');
        kept += line.length + 1;
      }
    }
    return body.toByteArray();
  }

  private boolean isBoundary(byte[] line) {
    if (line.length < 3 || line[0] != '-' || line[1] != '-') {
      return false;
    }
    String text = new String(line, 2, line.length - 2, ISO_8859_1).stripTrailing();
    for (String boundary : boundaries) {
      boolean closing = text.equals(boundary + "--");
      if (closing || text.equals(boundary)) {
        endedBy = boundary;
        closed = closing;
        return true;
      }
    }
    return false;
  }
}
