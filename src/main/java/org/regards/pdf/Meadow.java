package org.regards.pdf;

import java.util.List;
import java.util.Random;
import org.regards.pdf.Sketch.Point;

/** Flowers and grasses in a light wind, growing from beyond the foot of the card. */
final class Meadow {
  private static final int STEM = 0x6F8B62;
  private static final int[] GRASS_FAR = {0xD3DFC6, 0xC6D6B7, 0xDDE5CF};
  private static final int[] GRASS_NEAR = {0x8FA97C, 0x7B9A6C, 0xA3B98D, 0x6A8A5E};
  private static final int CORAL = 0xE0795F;
  private static final int CORAL_SHADE = 0xC95F49;
  private static final int ROSE = 0xEBA9A0;
  private static final int ROSE_SHADE = 0xDD8F87;
  private static final int GOLD = 0xE9B44C;
  private static final int GOLD_SHADE = 0xC98F2E;
  private static final int BLUE = 0x7C93C4;
  private static final int BLUE_SHADE = 0x5E76AB;
  private static final int CREAM = 0xFBF5E6;
  private static final int CREAM_SHADE = 0xCDBE9C;
  private static final int SEED = 0xB9A777;
  private static final int HEART = 0x5A4A3A;

  /** The wind comes from the left. */
  private static final double LEAN = 0.10;

  private final Sketch sketch;
  private final Front front;
  private final double scale;
  private final Random chance = new Random(7); // always the same meadow

  private enum Kind {
    POPPY,
    COSMOS,
    DAISY,
    CORNFLOWER,
    GRASS_EAR,
    BUD
  }

  /**
   * @param x where it grows, in millimetres of an A6 front; wider ones show more of them
   * @param height how tall it is
   */
  private record Plant(Kind kind, double x, double height, double size) {}

  private static final List<Plant> PLANTS =
      List.of(
          new Plant(Kind.GRASS_EAR, 9, 74, 1),
          new Plant(Kind.GRASS_EAR, 63, 82, 1.1),
          new Plant(Kind.GRASS_EAR, 94, 66, 0.95),
          new Plant(Kind.GRASS_EAR, 122, 70, 1),
          new Plant(Kind.GRASS_EAR, 148, 62, 1),
          new Plant(Kind.BUD, 27, 61, 1),
          new Plant(Kind.BUD, 78, 48, 0.9),
          new Plant(Kind.CORNFLOWER, 14, 52, 1),
          new Plant(Kind.CORNFLOWER, 56, 59, 0.9),
          new Plant(Kind.CORNFLOWER, 89, 45, 1),
          new Plant(Kind.CORNFLOWER, 131, 50, 1),
          new Plant(Kind.COSMOS, 38, 76, 1.1),
          new Plant(Kind.COSMOS, 71, 65, 0.95),
          new Plant(Kind.COSMOS, 113, 61, 1),
          new Plant(Kind.COSMOS, 158, 55, 1),
          new Plant(Kind.POPPY, 20, 66, 1.05),
          new Plant(Kind.POPPY, 84, 79, 1.15),
          new Plant(Kind.POPPY, 140, 67, 1),
          new Plant(Kind.POPPY, 48, 47, 0.8),
          new Plant(Kind.DAISY, 31, 41, 0.9),
          new Plant(Kind.DAISY, 65, 36, 0.8),
          new Plant(Kind.DAISY, 99, 54, 0.9),
          new Plant(Kind.DAISY, 120, 42, 0.85),
          new Plant(Kind.DAISY, 6, 34, 0.8),
          new Plant(Kind.DAISY, 151, 38, 0.9));

  private Meadow(Sketch sketch, Front front) {
    this.sketch = sketch;
    this.front = front;
    this.scale = front.isUpright() ? front.height() / 148 : front.height() / 108;
  }

  static void draw(Sketch sketch, Front front) {
    new Meadow(sketch, front).draw();
  }

  private void draw() {
    blades(GRASS_FAR, 1.5, 26, 34);
    for (Plant plant : PLANTS) {
      if (plant.x() * scale < front.right()) {
        draw(plant);
      }
    }
    blades(GRASS_NEAR, 1.25, 9, 22);
  }

  private void draw(Plant plant) {
    Point root = new Point(plant.x() * scale, front.bottom() - 1);
    double height = (plant.height() * scale) - root.y();
    Point head = root.plus(height * (LEAN + 0.10 * (chance.nextDouble() - 0.4)), height);
    Point first = root.plus(-0.02 * height, height * 0.4);
    Point second = root.plus((head.x() - root.x()) * 0.5, height * 0.75);
    double heading = second.angleTo(head);
    double unit = plant.size() * scale;
    switch (plant.kind()) {
      case POPPY -> leaves(along(root, first, second, head, 0.45), unit);
      case COSMOS -> leaves(along(root, first, second, head, 0.58), 0.9 * unit);
      case DAISY, CORNFLOWER, GRASS_EAR, BUD -> {}
    }
    sketch.pen(STEM, 0.85 * scale).move(root).curve(first, second, head).stroke();
    switch (plant.kind()) {
      case POPPY -> poppy(head, heading, unit);
      case COSMOS -> wheel(head, 8, 6.2 * unit, 0.30, 0.70, ROSE, ROSE_SHADE);
      case DAISY -> wheel(head, 15, 4.6 * unit, 0.12, 0.78, CREAM, CREAM_SHADE);
      case CORNFLOWER -> cornflower(head, heading, unit);
      case GRASS_EAR -> ear(head, heading, unit);
      case BUD -> bud(head, heading, unit);
    }
  }

  /** A point of a curve, from 0 at its start to 1 at its end. */
  private static Point along(Point start, Point first, Point second, Point end, double part) {
    Point a = start.between(first, part);
    Point b = first.between(second, part);
    Point c = second.between(end, part);
    return a.between(b, part).between(b.between(c, part), part);
  }

  /** Two narrow leaves that leave the stem upwards. */
  private void leaves(Point start, double unit) {
    for (int side = -1; side <= 1; side += 2) {
      double angle = Math.PI / 2 - LEAN - side * 0.75;
      Point tip = start.towards(angle, 10 * unit);
      sketch
          .colour(side < 0 ? GRASS_NEAR[1] : GRASS_NEAR[2])
          .move(start)
          .curve(start.towards(angle + 0.35, 4 * unit), start.towards(angle + 0.2, 8 * unit), tip)
          .curve(start.towards(angle - 0.25, 7 * unit), start.towards(angle - 0.4, 3 * unit), start)
          .fill();
    }
  }

  private void poppy(Point head, double heading, double unit) {
    double up = heading;
    petal(head, up + 0.62, 9.4 * unit, 0.50, CORAL_SHADE);
    petal(head, up - 0.62, 9.4 * unit, 0.50, CORAL_SHADE);
    petal(head, up, 9.0 * unit, 0.62, CORAL);
    sketch.colour(HEART).circle(head.towards(up, 1.0 * unit), 1.15 * unit).fill();
  }

  /** A petal like a shell, from its narrow foot. */
  private void petal(Point foot, double angle, double length, double breadth, int colour) {
    double half = length * breadth;
    Point end = foot.towards(angle, length);
    sketch
        .colour(colour)
        .move(foot)
        .curve(
            foot.towards(angle + Math.PI / 2, half * 0.9).towards(angle, length * 0.15),
            end.towards(angle + Math.PI / 2, half * 1.05).towards(angle, length * 0.02),
            end.towards(angle, -length * 0.06))
        .curve(
            end.towards(angle - Math.PI / 2, half * 1.05).towards(angle, length * 0.02),
            foot.towards(angle - Math.PI / 2, half * 0.9).towards(angle, length * 0.15),
            foot)
        .fill();
  }

  /** A flower seen a little from the side: its petals are a ring that is lower than wide. */
  private void wheel(
      Point centre,
      int petals,
      double radius,
      double breadth,
      double squash,
      int colour,
      int shade) {
    double turn = chance.nextDouble();
    sketch.colour(colour).pen(shade, 0.4 * scale);
    for (int i = 0; i < petals; i++) {
      double angle = 2 * Math.PI * i / petals + turn;
      double right = Math.cos(angle);
      double up = Math.sin(angle) * squash;
      double seen = Math.hypot(right, up);
      sketch
          .ellipse(
              centre.plus(right * radius * 0.57, up * radius * 0.57),
              Math.atan2(up, right),
              radius * 0.46 * seen,
              radius * breadth)
          .fillOutlined();
    }
    sketch
        .colour(GOLD)
        .ellipse(centre, 0, radius * 0.29, radius * 0.29 * squash)
        .fill()
        .colour(GOLD_SHADE)
        .ellipse(centre.plus(0, -radius * 0.07), 0, radius * 0.18, radius * 0.12 * squash)
        .fill();
  }

  private void cornflower(Point head, double heading, double unit) {
    for (int layer = 0; layer < 2; layer++) {
      sketch.colour(layer == 0 ? BLUE_SHADE : BLUE);
      int rays = layer == 0 ? 9 : 8;
      for (int i = 0; i < rays; i++) {
        double angle = heading + (i - (rays - 1) / 2.0) * 0.36;
        double length = (layer == 0 ? 5.2 : 4.4) * unit * (1 - 0.05 * Math.abs(i - 4));
        Point start = head.towards(heading, 1.2 * unit);
        sketch.ellipse(start.towards(angle, length * 0.58), angle, length * 0.45, 0.75 * unit);
        sketch.fill();
      }
    }
    sketch.colour(STEM).ellipse(head.towards(heading, 0.6 * unit), heading, 1.9 * unit, 1.3 * unit);
    sketch.fill();
  }

  private void ear(Point head, double heading, double unit) {
    sketch.colour(SEED).pen(SEED, 0.35 * scale);
    for (int i = 0; i < 8; i++) {
      Point at = head.towards(heading + Math.PI, (15 - 2.1 * i) * unit);
      for (int side = -1; side <= 1; side += 2) {
        double angle = heading + side * 0.36;
        double length = (1.55 - 0.07 * i) * unit;
        Point grain = at.towards(angle + side * 0.2, length * 1.1);
        sketch.ellipse(grain, angle, length, 0.55 * unit).fill();
        Point tip = grain.towards(angle, length);
        sketch.move(tip).line(tip.towards(heading + side * 0.22, 4.2 * unit)).stroke();
      }
    }
  }

  private void bud(Point head, double heading, double unit) {
    sketch
        .colour(CORAL)
        .ellipse(head.towards(heading, 2.4 * unit), heading, 2.7 * unit, 1.5 * unit);
    sketch.fill().colour(STEM);
    sketch.ellipse(head.towards(heading, 1.2 * unit), heading, 2.2 * unit, 1.7 * unit).fill();
  }

  private void blades(int[] colours, double every, double least, double more) {
    double foot = front.bottom() - 1;
    for (double x = front.left() - 6 * scale; x < front.right(); x += every * scale) {
      double height = (least + more * Math.pow(chance.nextDouble(), 1.6)) * scale - foot;
      double lean = height * (LEAN + 0.5 * (chance.nextDouble() - 0.42));
      double half = (0.45 + 0.35 * chance.nextDouble()) * scale;
      Point root = new Point(x, foot);
      Point tip = root.plus(lean, height);
      sketch
          .colour(colours[chance.nextInt(colours.length)])
          .move(root.plus(-half, 0))
          .curve(root.plus(-half, height * 0.5), root.plus(lean * 0.4, height * 0.8), tip)
          .curve(
              root.plus(lean * 0.4 + half, height * 0.75),
              root.plus(half, height * 0.45),
              root.plus(half, 0))
          .fill();
    }
  }
}
