package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;

/**
 * The foot of the first page: register, tax number, bank and the like, in columns (DIN 5008, 5.14).
 */
final class Foot {
  private static final Style STYLE = Style.SMALL.ofSize(7.5f);
  private static final float LEADING = 9.5f;
  private static final float ABOVE_EDGE = 9;
  private static final float ABOVE_WORDS = 9;
  private static final float COLUMN_GAP = 14;
  private static final float HAIRLINE = 0.4f;

  /** Room for the page number, above the hairline. */
  private static final float CLEAR = 18;

  private final float left;
  private final float right;
  private final float pageHeight;
  private final List<List<List<TextRun>>> columns = new ArrayList<>();
  private final Pen pen;
  private final float width;
  private int lines;

  /** All measures in points. */
  Foot(List<List<String>> texts, float left, float right, float pageHeight, Pen pen) {
    this.left = left;
    this.right = right;
    this.pageHeight = pageHeight;
    this.pen = pen;
    this.width =
        texts.isEmpty() ? 0 : (right - left - COLUMN_GAP * (texts.size() - 1)) / texts.size();
    for (List<String> column : texts) {
      List<List<TextRun>> set = new ArrayList<>();
      for (String line : column) {
        set.addAll(pen.broken(line, STYLE, width, "the foot of the page"));
      }
      columns.add(set);
      lines = Math.max(lines, set.size());
    }
  }

  boolean isEmpty() {
    return lines == 0;
  }

  /** The hairline above it, from the top of the page. */
  float top() {
    return firstBaseline() - STYLE.size() - ABOVE_WORDS;
  }

  /** How much of the bottom of the page is not for the words of the letter. */
  float height() {
    return isEmpty() ? 0 : pageHeight - top() + CLEAR;
  }

  void write(List<Mark> marks) {
    if (isEmpty()) {
      return;
    }
    marks.add(new Mark.Rule(left, top(), right, top(), HAIRLINE, Ink.GREY));
    float x = left;
    for (List<List<TextRun>> column : columns) {
      float y = firstBaseline();
      for (List<TextRun> line : column) {
        pen.adorn(x, y, line, marks);
        y += LEADING;
      }
      x += width + COLUMN_GAP;
    }
  }

  private float firstBaseline() {
    return pageHeight - points(ABOVE_EDGE) - LEADING * (lines - 1);
  }
}
