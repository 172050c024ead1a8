package org.regards.pdf;

import org.regards.pdf.Sketch.Point;

/** A border of two rules and a wreath of laurel, with room for initials in its middle. */
final class Wreath {
  private static final int RULE = 0x1B414A;
  private static final int LIGHT = 0xA9BDB6;
  private static final int DARK = 0x7F9C95;
  private static final int BERRY = 0xC69A4B;
  private static final int LEAVES = 12;
  private static final double RADIUS = 23;

  private final Sketch sketch;
  private final Front front;
  private final double scale;
  private final Point centre;

  private Wreath(Sketch sketch, Front front) {
    this.sketch = sketch;
    this.front = front;
    this.scale = front.scale();
    this.centre = centre(front);
  }

  static void draw(Sketch sketch, Front front) {
    new Wreath(sketch, front).draw();
  }

  /** Where the initials stand. */
  static Point centre(Front front) {
    return new Point(front.width() / 2, front.height() * (front.isUpright() ? 0.535 : 0.5));
  }

  /** The width that initials may have, in millimetres. */
  static double room(Front front) {
    return 1.3 * RADIUS * front.scale();
  }

  private void draw() {
    border(9, 1.1);
    border(10.9, 0.4);
    for (int side = -1; side <= 1; side += 2) {
      sketch.pen(DARK, 0.8 * scale).move(onRing(0, side));
      for (int i = 1; i <= 24; i++) {
        sketch.line(onRing(i / 24.0, side));
      }
      sketch.stroke();
      for (int i = 0; i < LEAVES; i++) {
        double place = 0.09 + 0.88 * i / (LEAVES - 1);
        Point foot = onRing(place, side);
        double along = onRing(place - 0.01, side).angleTo(onRing(place + 0.01, side));
        double length = (8.6 - 2.8 * place) * scale;
        leaf(foot, along + side * 0.86, length * 0.78, DARK);
        leaf(foot, along - side * 0.55, length, LIGHT);
        if (i % 3 == 1) {
          Point berry = foot.towards(along + side * 0.12, 3.4 * scale);
          sketch.colour(BERRY).circle(berry, 0.9 * scale).fill();
        }
      }
      leaf(onRing(1, side), onRing(0.98, side).angleTo(onRing(1, side)), 5.4 * scale, LIGHT);
    }
  }

  private void border(double inset, double thickness) {
    double edge = inset * scale;
    sketch
        .pen(RULE, thickness * scale)
        .rectangle(edge, edge, front.width() - edge, front.height() - edge)
        .stroke();
  }

  /** From the foot of the wreath at 0 to its open top at 1, to the right or the left. */
  private Point onRing(double place, int side) {
    double angle = -Math.PI / 2 + side * (-0.10 + place * 2.72);
    return centre.towards(angle, RADIUS * scale);
  }

  private void leaf(Point foot, double angle, double length, int colour) {
    double half = length * 0.24;
    Point tip = foot.towards(angle, length);
    sketch
        .colour(colour)
        .move(foot)
        .curve(
            foot.towards(angle, length * 0.25).towards(angle + Math.PI / 2, half),
            foot.towards(angle, length * 0.7).towards(angle + Math.PI / 2, half),
            tip)
        .curve(
            foot.towards(angle, length * 0.7).towards(angle - Math.PI / 2, half),
            foot.towards(angle, length * 0.25).towards(angle - Math.PI / 2, half),
            foot)
        .fill();
  }
}
