package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.Locale;

/**
 * The drawing on the front of a card: a branch with leaves and a few fruits, drawn with a fine pen.
 */
final class Branch {
  private static final int LEAVES = 12;
  private static final double CIRCLE = 0.5523;
  private static final String PEN = Ink.LEAF.stroke() + " 0.5 w 1 J 1 j\n";
  private static final String LIGHT_LEAF = "0.835 0.878 0.835 rg\n";
  private static final String DARK_LEAF = "0.706 0.780 0.722 rg\n";
  private static final String FRUIT = "0.776 0.475 0.388 rg 0.560 0.300 0.240 RG\n";

  private static final Point ROOT = new Point(36, 31);
  private static final Point BEND = new Point(60, 58);
  private static final Point COUNTER_BEND = new Point(38, 90);
  private static final Point END = new Point(66, 119);

  private static final String OPERATORS = draw();

  /** In millimetres from the lower left corner of the front. */
  private record Point(double x, double y) {
    Point towards(double angle, double distance) {
      return new Point(x + Math.cos(angle) * distance, y + Math.sin(angle) * distance);
    }

    String written() {
      return String.format(Locale.ROOT, "%.2f %.2f ", points((float) x), points((float) y));
    }
  }

  private Branch() {}

  /** The drawing, from the lower left corner of the front of an A6 card. */
  static String operators() {
    return OPERATORS;
  }

  private static String draw() {
    StringBuilder out = new StringBuilder(PEN);
    out.append(ROOT.written()).append("m ");
    curve(out, BEND, COUNTER_BEND, END);
    out.append("S\n");
    // fruits first: they hang behind the leaves
    for (int i = 2; i < LEAVES; i += 4) {
      fruit(out, stem(place(i) + 0.035), heading(place(i)) - 1.15);
    }
    for (int i = 0; i < LEAVES; i++) {
      int side = i % 2 == 0 ? 1 : -1;
      double length = 9 + 9 * Math.sin(Math.PI * (0.15 + 0.75 * i / LEAVES));
      double angle = heading(place(i)) + side * (0.95 - 0.35 * place(i));
      leaf(out, stem(place(i)), angle, length, side);
    }
    leaf(out, END, heading(1) + 0.1, 13, 1);
    return out.toString();
  }

  private static double place(int leaf) {
    return 0.12 + 0.80 * leaf / (LEAVES - 1);
  }

  private static void leaf(StringBuilder out, Point base, double angle, double length, int side) {
    Point start = base.towards(angle, 1.6);
    Point tip = start.towards(angle - side * 0.12, length);
    double width = length * 0.27;
    out.append(base.written()).append("m ").append(start.written()).append("l S\n");
    out.append(side > 0 ? LIGHT_LEAF : DARK_LEAF).append(start.written()).append("m ");
    curve(
        out,
        start.towards(angle, length * 0.25).towards(angle + Math.PI / 2, width),
        start.towards(angle, length * 0.7).towards(angle + Math.PI / 2, width * 0.75),
        tip);
    curve(
        out,
        start.towards(angle, length * 0.7).towards(angle - Math.PI / 2, width * 0.75),
        start.towards(angle, length * 0.25).towards(angle - Math.PI / 2, width),
        start);
    out.append("b\n0.3 w ").append(start.written()).append("m ");
    curve(
        out,
        start.towards(angle, length * 0.3),
        start.towards(angle, length * 0.6),
        start.towards(angle - side * 0.09, length * 0.84));
    out.append("S 0.5 w\n");
  }

  private static void fruit(StringBuilder out, Point base, double angle) {
    Point centre = base.towards(angle, 5.4);
    double radius = 1.6;
    double handle = radius * CIRCLE;
    out.append(base.written()).append("m ");
    curve(
        out,
        base.towards(angle + 0.3, 1.2),
        base.towards(angle + 0.2, 2.2),
        centre.towards(angle + Math.PI, radius));
    out.append("S q ").append(FRUIT);
    out.append(new Point(centre.x() + radius, centre.y()).written()).append("m ");
    for (int quarter = 0; quarter < 4; quarter++) {
      double from = quarter * Math.PI / 2;
      double to = from + Math.PI / 2;
      curve(
          out,
          centre.towards(from, radius).towards(from + Math.PI / 2, handle),
          centre.towards(to, radius).towards(to - Math.PI / 2, handle),
          centre.towards(to, radius));
    }
    out.append("b Q\n");
  }

  private static void curve(StringBuilder out, Point first, Point second, Point end) {
    out.append(first.written()).append(second.written()).append(end.written()).append("c ");
  }

  /** A place on the stem, from 0 at its root to 1 at its end. */
  private static Point stem(double place) {
    double rest = 1 - place;
    double a = rest * rest * rest;
    double b = 3 * rest * rest * place;
    double c = 3 * rest * place * place;
    double d = place * place * place;
    return new Point(
        a * ROOT.x() + b * BEND.x() + c * COUNTER_BEND.x() + d * END.x(),
        a * ROOT.y() + b * BEND.y() + c * COUNTER_BEND.y() + d * END.y());
  }

  private static double heading(double place) {
    Point before = stem(place - 0.01);
    Point after = stem(place + 0.01);
    return Math.atan2(after.y() - before.y(), after.x() - before.x());
  }
}
