package org.regards.pdf;

import java.util.List;
import org.regards.pdf.Line.Piece;
import org.regards.pdf.Line.Signed;
import org.regards.pdf.Line.Stroke;

/** Puts the lines of a galley on a page. */
final class Placing {
  private static final float CLEAR_OF_NAMES = 4;
  private static final float HAIRLINE = 0.4f;

  private Placing() {}

  /**
   * @param x the left edge of the galley, in points
   * @param top where its first line begins
   */
  static void place(List<Line> lines, float x, float top, List<Mark> marks) {
    float y = top;
    boolean first = true;
    for (Line line : lines) {
      y += first ? 0 : line.before();
      first = false;
      for (Piece piece : line.pieces()) {
        marks.add(new Mark.Words(x + piece.x(), y + line.baseline(), piece.run(), piece.tag()));
      }
      if (line.drawn() != null) {
        line.drawn().at(x, y, marks);
      }
      if (line.signed() != null) {
        marks.add(picture(line.signed(), x, y + line.height() - CLEAR_OF_NAMES));
      }
      for (Stroke stroke : line.strokes()) {
        marks.add(
            new Mark.Rule(
                x + stroke.x(),
                y + stroke.y(),
                x + stroke.toX(),
                y + stroke.y(),
                HAIRLINE,
                Ink.GREY));
      }
      y += line.height();
    }
  }

  private static Mark picture(Signed signed, float x, float bottom) {
    float top = bottom - signed.height();
    Tag tag =
        signed
            .parent()
            .figure(new Tag.Figure(signed.alt(), x, top, signed.width(), signed.height()));
    return new Mark.Picture(x, top, signed.width(), signed.height(), signed.plate(), tag);
  }
}
