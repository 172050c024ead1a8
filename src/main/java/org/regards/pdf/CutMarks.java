package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The marks around the cards of a sheet by which it is cut and, dashed, folded: fine lines of 6 mm
 * (Ghent Workgroup) that begin beyond the bleed and end at the edge of the sheet at the latest.
 * Where cards fill the sheet there is no room for any. In millimetres, but for the thickness.
 */
final class CutMarks {
  private static final float LENGTH = 6;
  private static final float LEAST_LENGTH = 1;
  private static final float LEAST_OFFSET = 3;
  private static final float THICKNESS = 0.25f;

  private final List<Mark> marks;
  private final float above;
  private final float below;
  private final float before;
  private final float after;
  private final float width;
  private final float height;

  private CutMarks(Imposition imposition, List<Mark> marks) {
    float offset = Math.max(LEAST_OFFSET, imposition.bleed());
    this.marks = marks;
    this.width = imposition.width();
    this.height = imposition.height();
    this.above = imposition.top(0) - offset;
    this.below = height - above;
    this.before = imposition.left(0) - offset;
    this.after = width - before;
  }

  static void add(Imposition imposition, List<Mark> marks) {
    CutMarks cut = new CutMarks(imposition, marks);
    CardFormat format = imposition.format();
    SortedSet<Float> upright = new TreeSet<>();
    for (int column = 0; column < imposition.columns(); column++) {
      float left = imposition.left(column);
      upright.add(left);
      upright.add(left + format.width());
      if (format.isFolded()) {
        cut.upright(left + format.panel(), true);
      }
    }
    upright.forEach(x -> cut.upright(x, false));
    SortedSet<Float> level = new TreeSet<>();
    for (int row = 0; row < imposition.rows(); row++) {
      level.add(imposition.top(row));
      level.add(imposition.top(row) + format.height());
    }
    level.forEach(cut::level);
  }

  private void upright(float x, boolean dashed) {
    float length = Math.min(LENGTH, above);
    if (length >= LEAST_LENGTH) {
      line(x, above - length, x, above, dashed);
      line(x, below, x, below + length, dashed);
    }
  }

  private void level(float y) {
    float length = Math.min(LENGTH, before);
    if (length >= LEAST_LENGTH) {
      line(before - length, y, before, y, false);
      line(after, y, after + length, y, false);
    }
  }

  private void line(float x, float y, float toX, float toY, boolean dashed) {
    if (dashed) {
      String operators =
          String.format(
              Locale.ROOT, "0 G %s w [3 2] 0 d 0 0 m 0 %.3f l S\n", THICKNESS, points(y - toY));
      marks.add(new Mark.Drawing(points(x), points(y), operators));
    } else {
      marks.add(
          new Mark.Rule(points(x), points(y), points(toX), points(toY), THICKNESS, Ink.BLACK));
    }
  }
}
