package org.regards.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing of a letter's sheet in its true size, to be printed, folded and put into the envelope:
 * what the window always shows, what it may show, the lines of an address, the folds, and a ruler.
 *
 * @param title of one line
 * @param width of the paper, in millimetres, as all lengths are
 */
public record WindowSketch(String title, float width, float height, List<Shape> shapes) {
  private static final float RULER = 100;
  private static final float RULER_ABOVE_EDGE = 22;
  private static final float FIGURES_ABOVE_RULER = 16;
  private static final float FIGURE_LEADING = 5.2f;
  private static final float SMALL = 7.5f;
  private static final float FIGURE = 9;
  private static final float TITLE = 14;
  private static final float TICK = 2;

  /** What it is drawn of. */
  public sealed interface Shape {
    /** A straight line. */
    record Segment(float x, float y, float toX, float toY, boolean dashed) implements Shape {}

    /** The outline of a rectangle. */
    record Outline(Rectangle of, boolean dashed) implements Shape {}

    /** An area in a light grey. */
    record Area(Rectangle of) implements Shape {}

    /**
     * Words.
     *
     * @param size of the type, in points
     */
    record Words(float x, float baseline, float size, String text) implements Shape {}
  }

  public WindowSketch {
    shapes = List.copyOf(shapes);
  }

  public static WindowSketch of(WindowVerdict verdict) {
    WindowFit fit = verdict.fit();
    LetterForm.Sheet sheet = fit.form().sheet();
    List<Shape> shapes = new ArrayList<>();
    String title =
        "%s in %s, folded %s"
            .formatted(fit.form().word(), fit.envelope().word(), fit.fold().word());
    shapes.add(new Shape.Words(sheet.left(), 12, TITLE, title));
    address(verdict, shapes);
    window(fit, shapes);
    folds(fit, shapes);
    List<String> figures = WindowFigures.of(verdict).lines();
    float ruler = sheet.height() - RULER_ABOVE_EDGE;
    float y = ruler - FIGURES_ABOVE_RULER - (figures.size() - 1) * FIGURE_LEADING;
    for (String figure : figures) {
      shapes.add(new Shape.Words(sheet.left(), y, FIGURE, figure));
      y += FIGURE_LEADING;
    }
    ruler(sheet.left(), ruler, shapes);
    return new WindowSketch(title, sheet.width(), sheet.height(), shapes);
  }

  private static void address(WindowVerdict verdict, List<Shape> shapes) {
    int lines = verdict.lines();
    for (int i = 1; i <= lines; i++) {
      Rectangle line = verdict.line(i, lines);
      shapes.add(new Shape.Area(line));
      shapes.add(
          new Shape.Words(
              line.x() + 1,
              line.y() + verdict.regular().ascent(),
              SMALL,
              String.format(Locale.ROOT, "line %d: %.1f to %.1f mm", i, line.y(), line.bottom())));
    }
  }

  private static void window(WindowFit fit, List<Shape> shapes) {
    if (!fit.hasWindow() || !fit.goesIn()) {
      return;
    }
    Rectangle visible = fit.visible();
    Rectangle reach = fit.reach();
    shapes.add(new Shape.Outline(reach, true));
    shapes.add(
        new Shape.Words(
            Math.max(reach.x(), 0) + 1, reach.y() - 1, SMALL, "the window may show this"));
    if (!visible.isEmpty()) {
      shapes.add(new Shape.Outline(visible, false));
      shapes.add(
          new Shape.Words(
              visible.x() + 1, visible.bottom() + 3, SMALL, "the window always shows this"));
    }
  }

  private static void folds(WindowFit fit, List<Shape> shapes) {
    LetterForm.Sheet sheet = fit.form().sheet();
    for (float fold : fit.fold().on(sheet.height())) {
      shapes.add(new Shape.Segment(0, fold, sheet.width(), fold, true));
      shapes.add(
          new Shape.Words(
              sheet.width() - 45,
              fold - 1,
              SMALL,
              String.format(Locale.ROOT, "fold here, %.1f mm", fold)));
    }
  }

  private static void ruler(float x, float y, List<Shape> shapes) {
    shapes.add(new Shape.Segment(x, y, x + RULER, y, false));
    for (int i = 0; i <= RULER; i++) {
      float tick = i % 10 == 0 ? 2 * TICK : i % 5 == 0 ? 1.5f * TICK : TICK;
      shapes.add(new Shape.Segment(x + i, y - tick, x + i, y, false));
    }
    shapes.add(
        new Shape.Words(
            x,
            y + 4,
            SMALL,
            "This ruler is 100 mm long. Is it not on paper? Then print at 100 %, without fitting to"
                + " the page."));
  }
}
