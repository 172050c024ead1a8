package org.regards.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regards.pdf.Shaped.Glyph;
import org.regards.pdf.Shaped.Placed;

/**
 * Lets HarfBuzz, which is part of Java, shape text in one font by the font's own tables. Made when
 * a font is first asked to shape: it takes Java's graphics half a second to start. Safe for all
 * threads.
 */
final class Shaper {
  /** Names come again and again: in the address, the salutation, the head of the next page. */
  private static final int MOST_KEPT = 1024;

  private static final FontRenderContext PAPER = new FontRenderContext(null, false, true);

  /** What Java gives for characters that only steer the shaping. */
  private static final int FIRST_INVISIBLE = 0xFFFE;

  private final Font font;
  private final Map<Wanted, Shaped> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Shaped> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Wanted(String text, boolean rightToLeft) {}

  private Shaper(Font font) {
    this.font = font;
  }

  /**
   * @param name of the font, for messages
   * @throws UnusableFontException when Java cannot read the font
   */
  static Shaper of(String name, byte[] program) {
    try {
      Font plain = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(program));
      return new Shaper(
          plain.deriveFont(
              Map.of(
                  TextAttribute.SIZE, 1000f,
                  TextAttribute.KERNING, TextAttribute.KERNING_ON,
                  TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON)));
    } catch (IOException | FontFormatException e) {
      throw new UnusableFontException(name, "its text cannot be shaped", e);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // a computer without fontconfig, and a Java that is not the one of this program
      throw new UnusableFontException(name, "Java cannot shape text on this computer", e);
    }
  }

  Shaped shape(String text, boolean rightToLeft) {
    Wanted wanted = new Wanted(text, rightToLeft);
    synchronized (kept) {
      Shaped known = kept.get(wanted);
      if (known != null) {
        return known;
      }
    }
    Shaped made = shaped(text, rightToLeft);
    synchronized (kept) {
      kept.put(wanted, made);
    }
    return made;
  }

  private Shaped shaped(String text, boolean rightToLeft) {
    GlyphVector vector =
        font.layoutGlyphVector(
            PAPER,
            text.toCharArray(),
            0,
            text.length(),
            rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
    int count = vector.getNumGlyphs();
    String[] says = says(vector, text, rightToLeft);
    List<Placed> glyphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = vector.getGlyphCode(i);
      if (number < FIRST_INVISIBLE) {
        Point2D at = vector.getGlyphPosition(i);
        glyphs.add(
            new Placed(new Glyph(number, says[i]), round(at.getX()), round(-at.getY())));
      }
    }
    return new Shaped(glyphs, round(vector.getGlyphPosition(count).getX()));
  }

  /**
   * What each glyph says. The glyphs of a cluster share its characters: the first of them, in the
   * order of reading, says them all.
   */
  private static String[] says(GlyphVector vector, String text, boolean rightToLeft) {
    int count = vector.getNumGlyphs();
    String[] says = new String[count];
    TreeMap<Integer, Integer> firsts = new TreeMap<>();
    for (int read = 0; read < count; read++) {
      int glyph = rightToLeft ? count - 1 - read : read;
      says[glyph] = "";
      if (vector.getGlyphCode(glyph) < FIRST_INVISIBLE) {
        firsts.putIfAbsent(vector.getGlyphCharIndex(glyph), glyph);
      }
    }
    int start = 0;
    for (Map.Entry<Integer, Integer> first : firsts.entrySet()) {
      Integer next = firsts.higherKey(first.getKey());
      int end = next == null ? text.length() : next;
      says[first.getValue()] = text.substring(start, end);
      start = end;
    }
    return says;
  }

  private static int round(double thousandths) {
    return (int) Math.round(thousandths);
  }
}
