package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a message, whether CR, LF or both end them; what is too long of one is left out. Of
 * a file of many messages, as mail programs keep them (RFC 4155), those of the first.
 */
final class Lines {
  private static final int LONGEST = 32 * 1024;
  private static final int LINE_FEED = '\n';
  private static final int CARRIAGE_RETURN = '\r';

  /** The line before a message in such a file. */
  private static final Pattern SEPARATOR =
      Pattern.compile("From \\S{1,300} {1,5}\\p{Alpha}{3} \\p{Alpha}{3} [ \\d]?\\d .{0,60}\\d");

  private final PushbackInputStream in;
  private byte @Nullable [] back;
  private boolean isFirst = true;
  private boolean isOfMany;
  private boolean afterEmpty;
  private boolean ended;

  Lines(InputStream in) {
    this.in = new PushbackInputStream(new BufferedInputStream(in, 64 * 1024), 1);
  }

  /** The next line without its end, or null after the last. */
  byte @Nullable [] next() throws IOException {
    if (back != null) {
      byte[] line = back;
      back = null;
      return line;
    }
    byte[] line = ended ? null : read();
    if (line == null) {
      return null;
    }
    if (isFirst && line.length > 2 && isMarked(line)) {
      line = Arrays.copyOfRange(line, 3, line.length);
    }
    boolean separates = (isFirst || (isOfMany && afterEmpty)) && isSeparator(line);
    isOfMany |= isFirst && separates;
    ended = separates && !isFirst;
    isFirst = false;
    afterEmpty = line.length == 0;
    return ended ? null : line;
  }

  /** Editors put a byte order mark before UTF-8. */
  private static boolean isMarked(byte[] line) {
    return line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
  }

  private static boolean isSeparator(byte[] line) {
    return line.length > 10
        && line[0] == 'F'
        && SEPARATOR.matcher(new String(line, ISO_8859_1)).matches();
  }

  private byte @Nullable [] read() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    while (next >= 0 && next != LINE_FEED && next != CARRIAGE_RETURN) {
      if (line.size() < LONGEST) {
        line.write(next);
      }
      next = in.read();
    }
    if (next == CARRIAGE_RETURN) {
      int after = in.read();
      if (after >= 0 && after != LINE_FEED) {
        in.unread(after);
      }
    }
    return line.toByteArray();
  }

  /** Gives a line back, to be read next; one at most. */
  void giveBack(byte[] line) {
    back = line;
  }
}
