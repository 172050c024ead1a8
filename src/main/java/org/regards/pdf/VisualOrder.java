package org.regards.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * The left edge of each run, in points; that of the leftmost is 0.
   *
   * @param runs in the order of reading
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

  /**
   * The marks of a page as they are to be written: the words of a line from left to right, since
   * that is what programs expect that take text out of a PDF. Other marks keep their order.
   */
  static List<Mark> written(List<Mark> marks) {
    if (marks.stream().noneMatch(VisualOrder::isRightToLeft)) {
      return marks;
    }
    List<Mark> written = new ArrayList<>(marks);
    for (int start = 0; start < written.size(); ) {
      int end = start + 1;
      while (end < written.size() && isOneLine(written.get(start), written.get(end))) {
        end++;
      }
      List<Mark> line = written.subList(start, end);
      if (line.stream().anyMatch(VisualOrder::isRightToLeft)) {
        line.sort(Comparator.comparingDouble(mark -> ((Mark.Words) mark).x()));
      }
      start = end;
    }
    return written;
  }

  /**
   * What a screen reader is to say of tags whose words are written in another order than they are
   * read.
   */
  static Map<Tag, String> readings(List<Page> pages) {
    Map<Tag, StringBuilder> texts = new HashMap<>();
    for (Page page : pages) {
      for (Mark mark : page.marks()) {
        if (isRightToLeft(mark) && mark instanceof Mark.Words words && words.tag() != null) {
          texts.putIfAbsent(words.tag(), new StringBuilder());
        }
      }
    }
    if (texts.isEmpty()) {
      return Map.of();
    }
    for (Page page : pages) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Words words && texts.containsKey(words.tag())) {
          texts.get(words.tag()).append(words.run().text());
        }
      }
    }
    Map<Tag, String> readings = new HashMap<>();
    texts.forEach((tag, text) -> readings.put(tag, text.toString().strip()));
    return readings;
  }

  private static boolean isRightToLeft(Mark mark) {
    return mark instanceof Mark.Words words && words.run().isRightToLeft();
  }

  private static boolean isOneLine(Mark one, Mark other) {
    return one instanceof Mark.Words words
        && other instanceof Mark.Words more
        && words.baseline() == more.baseline()
        && words.tag() == more.tag();
  }
}
