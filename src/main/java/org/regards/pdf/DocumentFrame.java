package org.regards.pdf;

import java.util.List;
import org.regards.document.Chart;

/** What stands around the words of a document. */
final class DocumentFrame {
  /** Of what nobody may overlook. */
  static final Ink ALERT = Ink.of(Chart.alert());

  private static final float THICKNESS = 0.8f;

  private DocumentFrame() {}

  /** A frame around a line, by its upper left corner in points on the page. */
  static void box(float x, float y, float width, float height, List<Mark> marks) {
    marks.add(new Mark.Rule(x, y, x + width, y, THICKNESS, ALERT));
    marks.add(new Mark.Rule(x, y + height, x + width, y + height, THICKNESS, ALERT));
    marks.add(new Mark.Rule(x, y, x, y + height, THICKNESS, ALERT));
    marks.add(new Mark.Rule(x + width, y, x + width, y + height, THICKNESS, ALERT));
  }
}
