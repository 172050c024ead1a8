package org.regards.pdf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/** The fonts of the shaped text of one file. Used by one thread, for one file. */
final class GlyphFonts {
  private final Map<FontFace, GlyphFont> fonts = new LinkedHashMap<>();

  GlyphFont get(FontFace face) {
    return fonts.computeIfAbsent(face, ignored -> new GlyphFont("G" + fonts.size(), face));
  }

  /** Writes the fonts with all glyphs that have been asked for, and their names for the pages. */
  void addTo(PdfWriter writer, PdfDictionary names) throws IOException {
    for (GlyphFont font : fonts.values()) {
      names.put(new PdfName(font.name()), font.subset().addTo(writer));
    }
  }
}
