package org.regards.pdf;

import org.regards.pdf.Shaped.Placed;

/**
 * Writes shaped text as operators of a content stream, glyph by glyph from left to right.
 *
 * <p>What is read from left to right has its text beside it (ISO 32000-1, 14.9.4), so that it is
 * taken out exactly. What is read from right to left has not: programs that take text out turn such
 * text round themselves, even where it is given to them in order; its text stands with its tag.
 */
final class GlyphContent {
  private final TextRun run;
  private final GlyphFont font;
  private final PdfBytes out;
  private boolean inString;

  GlyphContent(TextRun run, GlyphFont font, PdfBytes out) {
    this.run = run;
    this.font = font;
    this.out = out;
  }

  /**
   * @param y from the bottom of the page
   */
  void write(Shaped shaped, float x, float y) {
    boolean hasText = !run.isRightToLeft();
    if (hasText) {
      out.add("/Span<</ActualText").text(run.text()).add(">>BDC\n");
    }
    float size = run.style().size();
    out.add("BT ").add(run.style().ink().fill()).add("\n/").add(font.name()).add(' ');
    out.number(size).add(" Tf\n").number(x).add(' ').number(y).add(" Td [");
    int at = 0;
    int rise = 0;
    for (Placed placed : shaped.glyphs()) {
      if (placed.y() != rise) {
        rise = placed.y();
        endString();
        out.add("]TJ ").number(rise * size / 1000).add(" Ts [");
      }
      if (placed.x() != at) {
        endString();
        out.number(at - placed.x());
      }
      character(font.code(placed.glyph()));
      at = placed.x() + run.face().glyphAdvance(placed.glyph().number());
    }
    endString();
    out.add("]TJ ").add(rise == 0 ? "ET\n" : "0 Ts ET\n");
    if (hasText) {
      out.add("EMC\n");
    }
  }

  private void character(int code) {
    if (!inString) {
      out.add('(');
      inString = true;
    }
    out.octet(code >> 8).octet(code & 0xFF);
  }

  private void endString() {
    if (inString) {
      out.add(')');
      inString = false;
    }
  }
}
