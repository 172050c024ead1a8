package org.regards.pdf;

import java.text.Bidi;
import java.util.List;

/** Where the runs of a line stand when some of them are read from right to left (UAX #9, L2). */
final class VisualOrder {
  private VisualOrder() {}

  static boolean matters(List<TextRun> runs) {
    for (TextRun run : runs) {
      if (run.level() != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param runs in the order of reading
   * @return the left edge of each, in points; the leftmost is at 0
   */
  static float[] offsets(List<TextRun> runs) {
    int count = runs.size();
    byte[] levels = new byte[count];
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) runs.get(i).level();
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, count);
    float[] offsets = new float[count];
    float at = 0;
    for (int i : order) {
      offsets[i] = at;
      at += runs.get(i).width();
    }
    return offsets;
  }
}
