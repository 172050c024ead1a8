package org.regards.pdf;

import java.util.List;

/**
 * Text as its font draws it: joined, stacked or reordered glyphs, each in its place. Measures are
 * in thousandths of the font size, from the start of the text.
 *
 * @param glyphs from left to right
 */
record Shaped(List<Placed> glyphs, int width) {
  Shaped {
    glyphs = List.copyOf(glyphs);
  }

  /** A glyph and what it says: one glyph may say several characters, and one may say none. */
  record Glyph(int number, String text) {}

  record Placed(Glyph glyph, int x, int y) {}
}
