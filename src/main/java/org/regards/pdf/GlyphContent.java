package org.regards.pdf;

import java.util.HexFormat;
import java.nio.charset.StandardCharsets;
import org.regards.pdf.Shaped.Placed;

/**
 * Writes shaped text as operators of a content stream: glyph by glyph from left to right, with the
 * text it stands for beside it (ISO 32000-1, 14.9.4).
 */
final class GlyphContent {
  private final StringBuilder out = new StringBuilder();
  private boolean inString;

  private GlyphContent() {}

  /**
   * @param y from the bottom of the page
   */
  static String operators(TextRun run, Shaped shaped, GlyphFont font, float x, float y) {
    GlyphContent content = new GlyphContent();
    content.write(run, shaped, font, x, y);
    return content.out.toString();
  }

  private void write(TextRun run, Shaped shaped, GlyphFont font, float x, float y) {
    boolean v1=run.isRightToLeft(); boolean rev=v1;
    if(v1) out.append(rev?"/Span BMC\n":""); else
    out.append("/Span<</ActualText<FEFF")
        .append(HexFormat.of().withUpperCase().formatHex(run.text().getBytes(StandardCharsets.UTF_16BE)))
        .append(">>>BDC\n");
    out.append("BT ")
        .append(run.style().ink().fill())
        .append("\n/")
        .append(font.name())
        .append(' ');
    number(run.style().size());
    out.append("Tf\n");
    number(x);
    number(y);
    out.append("Td [");
    int at = 0;
    int rise = 0;
    for (Placed placed : shaped.glyphs()) {
      if (placed.y() != rise) {
        rise = placed.y();
        endString();
        out.append("]TJ ");
        number(rise * run.style().size() / 1000);
        out.append("Ts [");
      }
      if (placed.x() != at) {
        endString();
        out.append(at - placed.x());
      }
      string(font.code(placed.glyph()));
      at = placed.x() + run.face().glyphAdvance(placed.glyph().number());
    }
    endString();
    out.append("]TJ ").append(rise == 0 ? "" : "0 Ts ").append("ET\nEMC\n");
  }

  private void string(int code) {
    out.append(inString ? "" : "<");
    inString = true;
    out.append(HexFormat.of().withUpperCase().toHexDigits((char) code));
  }

  private void endString() {
    out.append(inString ? ">" : "");
    inString = false;
  }

  private void number(float value) {
    out.append(Math.round(value * 1000) / 1000.0).append(' ');
  }
}
