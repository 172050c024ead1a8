package org.regards.pdf;

/**
 * A piece of a paragraph that looks the same and belongs to one tag.
 *
 * @param text composed (NFC), or a line separator where a line has to end
 * @param unbroken whether its spaces are no places to break a line
 */
record Stretch(String text, boolean unbroken, Style style, Tag tag) {
  private static final String LINE_END = "\u2028";

  static Stretch lineEnd(Style style, Tag tag) {
    return new Stretch(LINE_END, false, style, tag);
  }

  @SuppressWarnings("ReferenceEquality") // a line separator in the text itself is a character
  boolean isLineEnd() {
    return text == LINE_END;
  }
}
