package org.regards.pdf;

import org.jspecify.annotations.Nullable;

/**
 * Words in one font and style.
 *
 * @param level of embedding by the Unicode Bidirectional Algorithm: odd from right to left
 * @param shaped how the font draws the words, or null where each character is one glyph and they
 *     follow each other from left to right
 */
record TextRun(String text, FontFace face, Style style, int level, @Nullable Shaped shaped) {
  TextRun(String text, FontFace face, Style style) {
    this(text, face, style, 0, null);
  }

  /** Words that are more than a row of characters. */
  static TextRun shaped(String text, FontFace face, Style style, int level) {
    return new TextRun(text, face, style, level, face.shape(text, isRightToLeft(level)));
  }

  /** In points, kerned; kerning does not reach over spaces. */
  float width() {
    int thousandths = shaped == null ? characters() : shaped.width();
    return thousandths * style.size() / 1000;
  }

  private int characters() {
    int thousandths = 0;
    int before = ' ';
    int length = text.length();
    for (int i = 0; i < length; ) {
      int codePoint = text.codePointAt(i);
      thousandths += face.advance(codePoint) + kerning(before, codePoint);
      before = codePoint;
      i += Character.charCount(codePoint);
    }
    return thousandths;
  }

  /** Between two neighbours of the text, in thousandths of the size. */
  int kerning(int left, int right) {
    return left == ' ' || right == ' ' ? 0 : face.kerning(left, right);
  }

  /** Whether it can be written character by character and more can be appended. */
  boolean isPlain() {
    return shaped == null && level == 0;
  }

  boolean isRightToLeft() {
    return isRightToLeft(level);
  }

  private static boolean isRightToLeft(int level) {
    return level % 2 != 0;
  }

  /** Without the space at its end. */
  TextRun inked() {
    return text.endsWith(" ") && shaped == null ? saying(text.stripTrailing()) : this;
  }

  /** Other words that look the same. */
  TextRun saying(String other) {
    return shaped == null
        ? new TextRun(other, face, style, level, null)
        : shaped(other, face, style, level);
  }

  @SuppressWarnings("ReferenceEquality") // nearly always the same one, and asked at every word
  boolean looksLike(TextRun other) {
    return face == other.face && style.equals(other.style);
  }

  /** Whether both can be written as one. */
  boolean runsOnWith(TextRun other) {
    return looksLike(other) && shaped == null && other.shaped == null && level == other.level;
  }
}
