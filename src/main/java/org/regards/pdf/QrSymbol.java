package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.List;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A QR code (ISO/IEC 18004) as black squares. A quarter of it may be lost, as by a fold or a pen.
 */
final class QrSymbol {
  /** Five dots of a printer with 300 dots an inch: edges fall between dots, not into them. */
  private static final float MODULE = 25.4f / 60;

  private static final int QUIET_MODULES = 4;

  private final int modules;
  private final List<Rectangle> squares;

  QrSymbol(String text) {
    QrCode code = new QrCode();
    code.setPreferredEccLevel(QrCode.EccLevel.Q);
    code.setContent(text);
    this.modules = code.getWidth();
    this.squares = code.getRectangles();
  }

  /** The side of the square, in millimetres, without the quiet zone. */
  float side() {
    return modules * MODULE;
  }

  /** What must stay white around it, in millimetres. */
  static float quietZone() {
    return QUIET_MODULES * MODULE;
  }

  /**
   * @param x of its left edge, in millimetres from that of the page
   * @param y of its top, in millimetres from that of the page
   */
  Mark.Drawing at(float x, float y, Tag parent, String alt) {
    float side = points(side());
    Operators drawn = new Operators(Ink.BLACK);
    for (Rectangle square : squares) {
      drawn.rectangle(
          module(square.x),
          module(modules - square.y - square.height),
          module(square.width),
          module(square.height));
    }
    Tag figure = parent.figure(new Tag.Figure(alt, points(x), points(y), side, side));
    return new Mark.Drawing(points(x), points(y) + side, drawn.filled(), figure);
  }

  private static float module(double count) {
    return points((float) count * MODULE);
  }
}
