package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.List;
import java.util.Locale;

/**
 * Draws as operators of ISO 32000-1, 8.5: in millimetres from a lower left corner, angles in
 * radians against the clock. Used by one thread, for one drawing.
 */
final class Sketch {
  private static final double CIRCLE = 0.5523;

  private final StringBuilder out = new StringBuilder();

  /** In millimetres from the lower left corner of the drawing. */
  record Point(double x, double y) {
    Point towards(double angle, double distance) {
      return new Point(x + Math.cos(angle) * distance, y + Math.sin(angle) * distance);
    }

    Point plus(double right, double up) {
      return new Point(x + right, y + up);
    }

    Point between(Point other, double part) {
      return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }

    double angleTo(Point other) {
      return Math.atan2(other.y - y, other.x - x);
    }
  }

  /** The drawing as a mark with its lower left corner at a place in points. */
  Mark.Drawing at(float x, float y) {
    return new Mark.Drawing(x, y, out.toString());
  }

  /** Keeps all that follows within a rectangle. */
  Sketch within(double left, double bottom, double right, double top) {
    return rectangle(left, bottom, right, top).operator("W n");
  }

  /** Areas are filled with a colour, {@code 0xRRGGBB}. */
  Sketch colour(int rgb) {
    return rgb(rgb).operator("rg");
  }

  /** Lines have a colour and a thickness in points, round ends and round corners. */
  Sketch pen(int rgb, double thickness) {
    return rgb(rgb).operator("RG").number(thickness).operator("w 1 J 1 j");
  }

  Sketch move(Point to) {
    return point(to).operator("m");
  }

  Sketch line(Point to) {
    return point(to).operator("l");
  }

  Sketch curve(Point first, Point second, Point end) {
    return point(first).point(second).point(end).operator("c");
  }

  Sketch rectangle(double left, double bottom, double right, double top) {
    return move(new Point(left, bottom))
        .line(new Point(right, bottom))
        .line(new Point(right, top))
        .line(new Point(left, top))
        .operator("h");
  }

  Sketch circle(Point centre, double radius) {
    return ellipse(centre, 0, radius, radius);
  }

  /** An ellipse whose first half axis has an angle. */
  Sketch ellipse(Point centre, double angle, double along, double across) {
    Point end = centre.towards(angle, along);
    move(end);
    for (int quarter = 0; quarter < 4; quarter++) {
      double from = quarter % 2 == 0 ? along : across;
      double to = quarter % 2 == 0 ? across : along;
      double heading = angle + quarter * Math.PI / 2;
      Point next = centre.towards(heading + Math.PI / 2, to);
      curve(
          end.towards(heading + Math.PI / 2, to * CIRCLE),
          next.towards(heading, from * CIRCLE),
          next);
      end = next;
    }
    return this;
  }

  /** A smooth line through all points (Catmull and Rom), from the first, where the path stands. */
  Sketch through(List<Point> points) {
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(Math.max(0, i - 2));
      Point start = points.get(i - 1);
      Point end = points.get(i);
      Point after = points.get(Math.min(points.size() - 1, i + 1));
      curve(
          start.plus((end.x() - before.x()) / 6, (end.y() - before.y()) / 6),
          end.plus((start.x() - after.x()) / 6, (start.y() - after.y()) / 6),
          end);
    }
    return this;
  }

  Sketch fill() {
    return operator("f");
  }

  Sketch stroke() {
    return operator("S");
  }

  /** Closes the path, fills it and draws its outline. */
  Sketch fillOutlined() {
    return operator("b");
  }

  private Sketch operator(String operator) {
    out.append(operator).append('\n');
    return this;
  }

  private Sketch point(Point point) {
    return number(points((float) point.x())).number(points((float) point.y()));
  }

  private Sketch rgb(int rgb) {
    return number((rgb >> 16 & 0xFF) / 255.0)
        .number((rgb >> 8 & 0xFF) / 255.0)
        .number((rgb & 0xFF) / 255.0);
  }

  private Sketch number(double value) {
    out.append(String.format(Locale.ROOT, "%.3f ", value));
    return this;
  }
}
