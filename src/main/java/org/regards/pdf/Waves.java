package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.regards.pdf.Sketch.Point;

/** Waves that grow darker towards the foot of the card, and run over its edges. */
final class Waves {
  private static final int[] WATER = {0xE3ECEC, 0xCBDCDC, 0xADC8C9, 0x8BB0B3, 0x64929A, 0x437580};
  private static final int CREST = 0xFFFFFF;
  private static final int STEPS = 24;

  private final Sketch sketch;
  private final Front front;
  private final double scale;

  private Waves(Sketch sketch, Front front) {
    this.sketch = sketch;
    this.front = front;
    this.scale = front.scale();
  }

  static void draw(Sketch sketch, Front front) {
    new Waves(sketch, front).draw();
  }

  private void draw() {
    for (int i = 0; i < WATER.length; i++) {
      List<Point> crest = crest(i);
      sketch
          .colour(WATER[i])
          .move(new Point(front.left(), front.bottom()))
          .line(crest.getFirst())
          .through(crest)
          .line(new Point(front.right(), front.bottom()))
          .fill();
      List<Point> under = crest.stream().map(point -> point.plus(0, -2.1 * scale)).toList();
      sketch.pen(CREST, 0.45 * scale).move(under.getFirst()).through(under).stroke();
    }
  }

  private List<Point> crest(int wave) {
    double height = front.height() * (0.56 - 0.088 * wave);
    double swell = (3.4 + 0.55 * wave) * scale;
    double length = 1.55 - 0.09 * wave;
    List<Point> crest = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      double x = front.left() + (front.right() - front.left()) * part;
      double phase = 2 * Math.PI * part * length + wave * 1.85 + 0.6;
      crest.add(
          new Point(x, height + swell * (Math.sin(phase) + 0.22 * Math.sin(2 * phase + 0.9))));
    }
    return crest;
  }
}
