package org.regards.pdf;

import org.regards.pdf.Sketch.Point;

/** A branch with leaves and a few fruits, drawn with a fine pen. */
final class Branch {
  private static final int LEAVES = 12;
  private static final int PEN = 0x476051;
  private static final int LIGHT_LEAF = 0xD5E0D5;
  private static final int DARK_LEAF = 0xB4C7B8;
  private static final int FRUIT = 0xC67963;
  private static final int FRUIT_OUTLINE = 0x8F4D3D;
  private static final double THICKNESS = 0.5;

  private final Sketch sketch;
  private final double scale;
  private final Point root;
  private final Point bend;
  private final Point counterBend;
  private final Point end;

  private Branch(Sketch sketch, Front front) {
    this.sketch = sketch;
    boolean upright = front.isUpright();
    this.scale =
        upright ? 1.06 * Math.min(front.width() / 105, front.height() / 148) : 1.1 * front.scale();
    Point centre = new Point(front.width() / 2, front.height() * 0.495);
    this.root = upright ? from(centre, -16.5, -43) : from(centre, -46, -17);
    this.bend = upright ? from(centre, 7.5, -16) : from(centre, -18, 10);
    this.counterBend = upright ? from(centre, -14.5, 16) : from(centre, 10, -20);
    this.end = upright ? from(centre, 13.5, 45) : from(centre, 42, 12);
  }

  static void draw(Sketch sketch, Front front) {
    new Branch(sketch, front).draw();
  }

  private Point from(Point centre, double right, double up) {
    return centre.plus(right * scale, up * scale);
  }

  private void draw() {
    sketch.pen(PEN, THICKNESS * scale).move(root).curve(bend, counterBend, end).stroke();
    for (int i = 0; i < LEAVES; i++) {
      int side = i % 2 == 0 ? 1 : -1;
      double length = 9 + 9 * Math.sin(Math.PI * (0.15 + 0.75 * i / LEAVES));
      double angle = heading(place(i)) + side * (0.95 - 0.35 * place(i));
      leaf(stem(place(i)), angle, length * scale, side);
    }
    leaf(end, heading(1) + 0.1, 13 * scale, 1);
    for (int i = 2; i < LEAVES - 1; i += 4) {
      fruit(stem(place(i) + 0.05), heading(place(i)) - 1.35);
      fruit(stem(place(i) + 0.06), heading(place(i)) - 0.95);
    }
  }

  private static double place(int leaf) {
    return 0.12 + 0.80 * leaf / (LEAVES - 1);
  }

  private void leaf(Point base, double angle, double length, int side) {
    Point start = base.towards(angle, 1.6 * scale);
    Point tip = start.towards(angle - side * 0.12, length);
    double width = length * 0.27;
    sketch.pen(PEN, THICKNESS * scale).move(base).line(start).stroke();
    sketch
        .colour(side > 0 ? LIGHT_LEAF : DARK_LEAF)
        .move(start)
        .curve(
            start.towards(angle, length * 0.25).towards(angle + Math.PI / 2, width),
            start.towards(angle, length * 0.7).towards(angle + Math.PI / 2, width * 0.75),
            tip)
        .curve(
            start.towards(angle, length * 0.7).towards(angle - Math.PI / 2, width * 0.75),
            start.towards(angle, length * 0.25).towards(angle - Math.PI / 2, width),
            start)
        .fillOutlined();
    sketch
        .pen(PEN, 0.6 * THICKNESS * scale)
        .move(start)
        .curve(
            start.towards(angle, length * 0.3),
            start.towards(angle, length * 0.6),
            start.towards(angle - side * 0.09, length * 0.84))
        .stroke();
  }

  private void fruit(Point base, double angle) {
    Point centre = base.towards(angle, 5.4 * scale);
    double radius = 1.6 * scale;
    sketch
        .pen(PEN, THICKNESS * scale)
        .move(base)
        .curve(
            base.towards(angle + 0.3, 1.2 * scale),
            base.towards(angle + 0.2, 2.2 * scale),
            centre.towards(angle + Math.PI, radius))
        .stroke();
    sketch
        .pen(FRUIT_OUTLINE, THICKNESS * scale)
        .colour(FRUIT)
        .circle(centre, radius)
        .fillOutlined();
  }

  /** A place on the stem, from 0 at its root to 1 at its end. */
  private Point stem(double place) {
    double rest = 1 - place;
    double a = rest * rest * rest;
    double b = 3 * rest * rest * place;
    double c = 3 * rest * place * place;
    double d = place * place * place;
    return new Point(
        a * root.x() + b * bend.x() + c * counterBend.x() + d * end.x(),
        a * root.y() + b * bend.y() + c * counterBend.y() + d * end.y());
  }

  private double heading(double place) {
    return stem(place - 0.01).angleTo(stem(place + 0.01));
  }
}
