package org.regards.pdf;

/**
 * How words look.
 *
 * @param size in points
 */
record Style(Typeface typeface, float size, Ink ink) {
  static final Style BODY = new Style(Typeface.SERIF, 11, Ink.BLACK);
  static final Style SUBJECT = new Style(Typeface.HEADING_BOLD, 11.5f, Ink.BLACK);
  static final Style TABLE_HEAD = new Style(Typeface.SERIF_BOLD, 10.5f, Ink.BLACK);
  static final Style TABLE_CELL = new Style(Typeface.SERIF, 10.5f, Ink.BLACK);
  static final Style BUSINESS = new Style(Typeface.HEADING, 18, Ink.DEEP);
  static final Style SMALL = new Style(Typeface.SANS, 8, Ink.GREY);
  static final Style SMALL_VALUE = new Style(Typeface.SANS, 9, Ink.BLACK);
  static final Style TITLE = new Style(Typeface.HEADING, 24, Ink.DEEP);
  static final Style SECTION = new Style(Typeface.HEADING_BOLD, 13, Ink.DEEP);
  static final Style SUBSECTION = new Style(Typeface.HEADING_BOLD, 11, Ink.BLACK);
  static final Style PROSE = new Style(Typeface.SERIF, 10.5f, Ink.BLACK);
  static final Style REMARK = new Style(Typeface.SANS, 8.5f, Ink.GREY);
  static final Style COLUMN = new Style(Typeface.SANS, 8, Ink.GREY);
  static final Style FIGURE = new Style(Typeface.SERIF, 9.5f, Ink.BLACK);
  static final Style CARD = new Style(Typeface.SERIF, 12, Ink.BLACK);

  Style with(Typeface other) {
    return new Style(other, size, ink);
  }

  Style with(Ink other) {
    return new Style(typeface, size, other);
  }

  Style ofSize(float points) {
    return new Style(typeface, points, ink);
  }
}
