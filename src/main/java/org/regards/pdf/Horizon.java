package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.regards.pdf.Sketch.Point;

/** The sun low over the sea; fills the front to its edges. */
final class Horizon {
  private static final int BANDS = 96;
  private static final int SKY_ABOVE = 0xD9E1E2;
  private static final int SKY_BELOW = 0xF6DFC8;
  private static final int SEA_FAR = 0xA9BDC2;
  private static final int SEA_NEAR = 0x5B7C89;
  private static final int SUN = 0xFFF6E6;
  private static final int GLEAM = 0xF8E6D0;
  private static final int HILLS_FAR = 0xBECACB;
  private static final int HILLS = 0x9FB2B7;
  private static final int GLEAMS = 17;

  private final Sketch sketch;
  private final Front front;
  private final double scale;
  private final double horizon;
  private final Point sun;

  private Horizon(Sketch sketch, Front front) {
    this.sketch = sketch;
    this.front = front;
    this.scale = front.scale();
    this.horizon = front.height() * 0.42;
    this.sun = new Point(front.width() * 0.60, horizon + 11 * scale);
  }

  static void draw(Sketch sketch, Front front) {
    new Horizon(sketch, front).draw();
  }

  private void draw() {
    bands(front.top(), horizon, SKY_ABOVE, SKY_BELOW);
    sketch.colour(SUN).circle(sun, 9.5 * scale).fill();
    hills(HILLS_FAR, 0.10, 9, 5);
    hills(HILLS, 0.34, 5.5, 3);
    bands(horizon, front.bottom(), SEA_FAR, SEA_NEAR);
    gleams();
  }

  /** Each reaches down to the end of all, so that no hair of white shows between two. */
  private void bands(double from, double to, int above, int below) {
    for (int i = 0; i < BANDS; i++) {
      sketch
          .colour(mixed(above, below, (double) i / (BANDS - 1)))
          .rectangle(front.left(), to, front.right(), from + (to - from) * i / BANDS)
          .fill();
    }
  }

  private void hills(int colour, double from, double height, double slope) {
    double left = front.left();
    double right = front.left() + (front.right() - front.left()) * (1 - from);
    List<Point> ridge = new ArrayList<>();
    int steps = 14;
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      double rise =
          height * Math.pow(1 - part, 1.3)
              + 0.32 * slope * Math.sin(part * 11 + height) * (1 - part);
      ridge.add(
          new Point(left + (right - left) * part * 0.62, horizon + Math.max(0, rise) * scale));
    }
    sketch
        .colour(colour)
        .move(new Point(left, horizon - 1))
        .line(ridge.getFirst())
        .through(ridge)
        .line(new Point(ridge.getLast().x(), horizon - 1))
        .fill();
  }

  /** The way of light on the water: wider and further apart the nearer they are. */
  private void gleams() {
    sketch.colour(GLEAM);
    for (int i = 0; i < GLEAMS; i++) {
      double near = (double) i / (GLEAMS - 1);
      double y = horizon - 1.2 * scale - (horizon * 0.80) * Math.pow(near, 1.45);
      double half = (9 - 4.2 * near + 2.6 * Math.sin(i * 2.4)) * scale;
      double x = sun.x() + 1.9 * Math.sin(i * 1.7) * (0.4 + near) * scale;
      double thick = (0.22 + 0.34 * near) * scale;
      lens(new Point(x, y), half * (1 - 0.45 * near), thick);
      if (i % 3 == 1) {
        lens(
            new Point(x + (i % 2 == 0 ? -1 : 1) * half * 1.35, y + thick),
            half * 0.22,
            thick * 0.7);
      }
    }
  }

  private void lens(Point centre, double half, double thick) {
    sketch
        .move(centre.plus(-half, 0))
        .curve(
            centre.plus(-half * 0.4, thick), centre.plus(half * 0.4, thick), centre.plus(half, 0))
        .curve(
            centre.plus(half * 0.4, -thick),
            centre.plus(-half * 0.4, -thick),
            centre.plus(-half, 0))
        .fill();
  }

  private static int mixed(int from, int to, double part) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int start = from >> shift & 0xFF;
      int end = to >> shift & 0xFF;
      rgb |= (int) Math.round(start + (end - start) * part) << shift;
    }
    return rgb;
  }
}
