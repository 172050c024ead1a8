package org.regards.mail;

/**
 * Plain text in lines that every reader can show and a good one can reflow: {@code format=flowed}
 * of RFC 3676.
 */
final class FlowedText {
  /** RFC 3676 4.2: 78 characters at most, the space at the end included. */
  private static final int WIDTH = 78;

  private FlowedText() {}

  /** The text with CRLF line ends, a line that goes on ending in a space. */
  static String of(String text) {
    StringBuilder flowed = new StringBuilder(text.length() + text.length() / 8);
    text.lines().forEach(line -> flow(line.stripTrailing(), flowed));
    return flowed.toString();
  }

  private static void flow(String line, StringBuilder flowed) {
    int start = 0;
    while (line.codePointCount(start, line.length()) > WIDTH) {
      int end = breakAfter(line, start);
      if (end < 0) {
        break;
      }
      flowed.append(stuffed(line.substring(start, end))).append("\r\n");
      start = end;
    }
    flowed.append(stuffed(line.substring(start))).append("\r\n");
  }

  /**
   * The place after the last space that still fits, else after the first one; -1 where none is
   * left.
   */
  private static int breakAfter(String line, int start) {
    int limit = line.offsetByCodePoints(start, WIDTH);
    int space = line.lastIndexOf(' ', limit - 1);
    if (space <= start || line.substring(start, space).isBlank()) {
      space = line.indexOf(' ', limit);
    }
    return space < 0 || space == line.length() - 1 ? -1 : space + 1;
  }

  /**
   * RFC 3676 4.4: a line that a reader or a server would take for something else begins with a
   * space.
   */
  private static String stuffed(String line) {
    boolean mistaken = line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ");
    return mistaken ? " " + line : line;
  }
}
