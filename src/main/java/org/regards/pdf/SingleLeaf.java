package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.regards.pdf.Sketch.Point;

/** One leaf of a beech in autumn, as it lies on the ground. */
final class SingleLeaf {
  private static final int LIGHT = 0xDDB877;
  private static final int DARK = 0xCDA05C;
  private static final int VEIN = 0xF3E3C3;
  private static final int STALK = 0x8C6234;
  private static final int SHADE = 0xEFEBE4;
  private static final int VEINS = 10;
  private static final double LENGTH = 84;
  private static final double HALF_WIDTH = 21.5;

  private final Sketch sketch;
  private final double scale;
  private final Point base;
  private final double angle;

  private SingleLeaf(Sketch sketch, Front front) {
    this.sketch = sketch;
    this.scale = front.isUpright() ? Math.min(front.scale(), front.height() / 148) : front.scale();
    this.angle = Math.toRadians(front.isUpright() ? 62 : 24);
    Point centre = new Point(front.width() / 2, front.height() * 0.51);
    this.base = centre.towards(angle + Math.PI, LENGTH * 0.47 * scale);
  }

  static void draw(Sketch sketch, Front front) {
    new SingleLeaf(sketch, front).draw();
  }

  private void draw() {
    half(SHADE, 1, 1.3, -1.5);
    half(SHADE, -1, 1.3, -1.5);
    stalk(SHADE, 1.3, -1.5);
    half(LIGHT, 1, 0, 0);
    half(DARK, -1, 0, 0);
    sketch.pen(VEIN, 0.55 * scale);
    for (int i = 0; i < VEINS; i++) {
      double from = 0.05 + 0.80 * i / VEINS;
      double to = from + 0.15 - 0.05 * i / VEINS;
      for (int side = -1; side <= 1; side += 2) {
        Point start = at(from, 0);
        Point end = at(to, side * 0.93 * width(to));
        sketch
            .move(start)
            .curve(
                start.between(end, 0.35),
                at(from + (to - from) * 0.55, side * 0.72 * width(to)),
                end)
            .stroke();
      }
    }
    List<Point> rib = List.of(at(0, 0), at(0.35, 0), at(0.7, 0), at(0.985, 0));
    sketch.pen(VEIN, 1.1 * scale).move(rib.getFirst()).through(rib).stroke();
    stalk(STALK, 0, 0);
  }

  /** One side of the blade: its edge runs from vein to vein in shallow waves. */
  private void half(int colour, int side, double right, double up) {
    List<Point> edge = new ArrayList<>();
    int steps = VEINS * 8;
    for (int i = 0; i <= steps; i++) {
      double place = (double) i / steps;
      double wave = 1 + 0.016 * Math.cos(2 * Math.PI * (place - 0.185) * VEINS / 0.80);
      edge.add(at(place, side * width(place) * wave).plus(right * scale, up * scale));
    }
    List<Point> rib = new ArrayList<>();
    for (double place : new double[] {1, 0.7, 0.35, 0}) {
      rib.add(at(place, 0).plus(right * scale, up * scale));
    }
    sketch.colour(colour).move(edge.getFirst()).through(edge).through(rib).fill();
  }

  private void stalk(int colour, double right, double up) {
    Point start = at(0.01, 0).plus(right * scale, up * scale);
    sketch
        .pen(colour, 1.5 * scale)
        .move(start)
        .curve(
            start.towards(angle + Math.PI, 5 * scale),
            start.towards(angle + Math.PI + 0.1, 9 * scale),
            start.towards(angle + Math.PI + 0.28, 14 * scale))
        .stroke();
  }

  /** Half the width of the blade at a place from 0 at the stalk to 1 at the tip. */
  private static double width(double place) {
    double belly = Math.pow(Math.sin(Math.PI * Math.pow(place, 0.80)), 0.92);
    double tip = 1 - 0.42 * Math.pow(place, 3);
    return HALF_WIDTH * belly * tip;
  }

  /** A point of the blade, its rib a little bent. */
  private Point at(double place, double across) {
    double bow = 3.4 * Math.sin(Math.PI * place);
    return base.towards(angle, place * LENGTH * scale)
        .towards(angle + Math.PI / 2, (across + bow) * scale);
  }
}
