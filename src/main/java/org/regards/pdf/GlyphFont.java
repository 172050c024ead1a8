package org.regards.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.regards.pdf.Shaped.Glyph;

/**
 * The glyphs that one file needs of a font for shaped text, beside the characters that stand for
 * themselves. They are numbered as they come: what a file holds follows from its words alone. Used
 * by one thread, for one file.
 */
final class GlyphFont {
  private final FontFace face;
  private final Map<Glyph, Integer> codes = new LinkedHashMap<>();

  GlyphFont(FontFace face) {
    this.face = face;
  }

  /** What pages call it. */
  String name() {
    return "G" + face.resource();
  }

  /** What stands for a glyph in the text of a page; the same glyph may say different things. */
  int code(Glyph glyph) {
    return codes.computeIfAbsent(glyph, ignored -> codes.size() + 1);
  }

  /** The font with the glyphs that have been asked for. */
  FontSubset subset() {
    return FontSubset.of(face, codes);
  }
}
