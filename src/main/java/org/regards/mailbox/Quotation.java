package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a notice says itself from the message that it quotes in its text, and from a report
 * for machines that lost its part.
 *
 * @param words of the notice
 * @param quoted headers of messages
 * @param status the text of a report
 */
record Quotation(String words, List<Header> quoted, Optional<String> status) {
  private static final PhraseTable NOTICES = PhraseTable.load("notices.txt");
  private static final Pattern FIELD =
      Pattern.compile("[>|\\s]{0,6}([A-Za-z][A-Za-z0-9-]{1,40})[ \\t]?:[ \\t]?(.{0,2000})");

  /** Of a summary of what was sent, which is the notice's own. */
  private static final Pattern ENVELOPE = Pattern.compile("(?i)\\s{0,6}(?:rcpt to|mail from)\\s?:");

  private static final int LONGEST_MARK = 140;
  private static final int MOST_ALONE = 90;
  private static final int MOST_WORDS = 5;

  Quotation {
    quoted = List.copyOf(quoted);
  }

  /** The same beside other words. */
  Quotation saying(String other) {
    return new Quotation(other, quoted, status);
  }

  static Quotation of(String text) {
    return new Scan(text.lines().toList()).run();
  }

  private static final class Scan {
    private final List<String> lines;
    private final StringBuilder words = new StringBuilder();
    private final List<Header> quoted = new ArrayList<>();
    private final StringBuilder status = new StringBuilder();
    private int at;

    Scan(List<String> lines) {
      this.lines = lines;
    }

    Quotation run() {
      boolean said = false;
      while (at < lines.size()) {
        String line = lines.get(at);
        if (isStatus(line)) {
          readStatus();
        } else if (said && isMark(line)) {
          at++;
          quoteRest();
        } else if (FIELD.matcher(line).matches() && isHeader()) {
          readHeader();
        } else {
          words.append(line).append('\n');
          said |= !line.isBlank();
          at++;
        }
      }
      return new Quotation(
          words.toString(), quoted, isReport() ? Optional.of(status.toString()) : Optional.empty());
    }

    private boolean isReport() {
      String found = status.toString().toLowerCase(Locale.ROOT);
      return found.contains("-recipient:")
          && (found.contains("action:") || found.contains("status:"));
    }

    private static boolean isStatus(String line) {
      return line.regionMatches(true, 0, "Reporting-MTA:", 0, 14)
          || line.regionMatches(true, 0, "Final-Recipient:", 0, 16)
          || line.regionMatches(true, 0, "Original-Recipient:", 0, 19);
    }

    /** Up to the first line after a blank one that is no field of a report. */
    private void readStatus() {
      boolean blank = false;
      while (at < lines.size()) {
        String line = lines.get(at);
        boolean field = FIELD.matcher(line).matches() && !line.startsWith(">");
        if (blank && (!field || line.regionMatches(true, 0, "Received:", 0, 9))) {
          break;
        }
        blank = line.isBlank();
        status.append(line).append('\n');
        at++;
      }
    }

    private boolean isMark(String line) {
      if (line.length() > LONGEST_MARK || line.isBlank()) {
        return false;
      }
      String plain = Phrase.plain(line).strip();
      String bare = plain.replaceAll("^[-=*_+#>| ]{1,60}", "");
      boolean decorated = plain.length() - bare.length() > 1;
      boolean alone =
          !bare.isEmpty()
              && bare.length() <= MOST_ALONE
              && ".:-=".indexOf(bare.charAt(bare.length() - 1)) >= 0;
      return !bare.isEmpty()
          && (decorated || ((alone || bare.split(" ").length <= MOST_WORDS) && fieldFollows()))
          && NOTICES.begins("original-follows", bare);
    }

    private boolean fieldFollows() {
      return lines.subList(at + 1, Math.min(lines.size(), at + 7)).stream()
          .anyMatch(line -> FIELD.matcher(line).matches());
    }

    private void quoteRest() {
      while (at < lines.size() && lines.get(at).isBlank()) {
        at++;
      }
      int last = at + 200;
      while (at < Math.min(last, lines.size()) && !FIELD.matcher(lines.get(at)).matches()) {
        at++;
      }
      if (at < lines.size()) {
        quoted.add(fields());
      }
      at = lines.size();
    }

    /** Whether the lines from here are the header of a message: three fields, two of them known. */
    private boolean isHeader() {
      int fields = 0;
      int known = 0;
      for (int i = at; i < Math.min(lines.size(), at + 40) && !lines.get(i).isBlank(); i++) {
        Matcher field = FIELD.matcher(lines.get(i));
        if (field.matches()) {
          fields++;
          known += isKnown(field.group(1)) ? 1 : 0;
        } else if (ENVELOPE.matcher(lines.get(i)).lookingAt()) {
          return false;
        } else if (!Character.isWhitespace(lines.get(i).charAt(0))
            && lines.get(i).charAt(0) != '>') {
          return fields >= 3 && known >= 3;
        }
      }
      return fields >= 3 && known >= 2;
    }

    private static boolean isKnown(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "received",
            "from",
            "subject",
            "date",
            "message-id",
            "return-path",
            "mime-version",
            "content-type",
            "x-mailer",
            "sender",
            "reply-to" ->
            true;
        default -> false;
      };
    }

    /** A whole header ends the notice; some fields of one, in its midst, do not. */
    private void readHeader() {
      Header header = fields();
      quoted.add(header);
      if (header.has("received") || header.has("mime-version") || header.has("return-path")) {
        at = lines.size();
      }
    }

    private Header fields() {
      List<Header.Field> fields = new ArrayList<>();
      while (at < lines.size() && !lines.get(at).isBlank()) {
        String line = lines.get(at);
        Matcher field = FIELD.matcher(line);
        if (field.matches() && !(line.charAt(0) == '\t')) {
          fields.add(Header.Field.of(field.group(1), field.group(2)));
        } else if (!fields.isEmpty() && Character.isWhitespace(line.charAt(0))) {
          Header.Field last = fields.removeLast();
          fields.add(new Header.Field(last.name(), last.value() + " " + line.strip()));
        } else {
          break;
        }
        at++;
      }
      return new Header(fields);
    }
  }
}
