package org.regards.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  private static final String BRACKETS = "()[]{}<>«»‹›≤≥⟨⟩「」『』【】《》〈〉";

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
        glyphs.add(new Placed(new Glyph(number, says[i]), round(at.getX()), round(-at.getY())));
      }
    }
    return new Shaped(
        rightToLeft ? basesFirst(glyphs) : glyphs, round(vector.getGlyphPosition(count).getX()));
  }

  /**
   * What each glyph says. The glyphs of a cluster share its characters, in the order of reading: a
   * character each, the last of them the rest.
   */
  private static String[] says(GlyphVector vector, String text, boolean rightToLeft) {
    int count = vector.getNumGlyphs();
    String[] says = new String[count];
    TreeMap<Integer, Deque<Integer>> clusters = new TreeMap<>();
    for (int read = 0; read < count; read++) {
      int glyph = rightToLeft ? count - 1 - read : read;
      if (vector.getGlyphCode(glyph) < FIRST_INVISIBLE) {
        clusters
            .computeIfAbsent(vector.getGlyphCharIndex(glyph), ignored -> new ArrayDeque<>())
            .add(glyph);
      }
    }
    int start = 0;
    for (Map.Entry<Integer, Deque<Integer>> cluster : clusters.entrySet()) {
      Integer next = clusters.higherKey(cluster.getKey());
      int end = next == null ? text.length() : next;
      Deque<Integer> glyphs = cluster.getValue();
      while (!glyphs.isEmpty()) {
        int first = glyphs.pop();
        int to = glyphs.isEmpty() || start == end ? end : text.offsetByCodePoints(start, 1);
        String part = text.substring(start, to);
        says[first] = rightToLeft ? drawn(part) : part;
        start = to;
      }
    }
    return says;
  }

  /**
   * A letter before its marks. HarfBuzz turns text from right to left round as a whole, and then
   * programs that take text out of a PDF no longer see which letter a mark belongs to.
   */
  private static List<Placed> basesFirst(List<Placed> glyphs) {
    List<Placed> ordered = new ArrayList<>();
    Deque<Placed> marks = new ArrayDeque<>();
    for (Placed placed : glyphs) {
      if (isMark(placed.glyph().text())) {
        marks.push(placed);
      } else {
        ordered.add(placed);
        ordered.addAll(marks);
        marks.clear();
      }
    }
    ordered.addAll(marks);
    return ordered;
  }

  private static boolean isMark(String text) {
    return text.isEmpty() || Character.getType(text.codePointAt(0)) == Character.NON_SPACING_MARK;
  }

  /** A bracket in text from right to left is drawn as its counterpart (UAX #9, L4). */
  private static String drawn(String text) {
    int at = text.length() == 1 ? BRACKETS.indexOf(text) : -1;
    return at < 0 ? text : BRACKETS.substring(at ^ 1, (at ^ 1) + 1);
  }

  private static int round(double thousandths) {
    return (int) Math.round(thousandths);
  }
}
