package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;

/** Cuts a galley into pages. */
final class PageCut {
  private PageCut() {}

  /**
   * The lines of each page. A page begins only where a line allows it, unless one page is not
   * enough for what should stay together.
   *
   * @param first the height of the first page, in points
   * @param others the height of all others
   */
  static List<List<Line>> pages(List<Line> lines, float first, float others) {
    List<List<Line>> pages = new ArrayList<>();
    int start = 0;
    while (start < lines.size()) {
      float room = pages.isEmpty() ? first : others;
      int end = fitting(lines, start, room);
      if (end < lines.size()) {
        end = lastGoodEnd(lines, start, end);
      }
      pages.add(lines.subList(start, end));
      start = end;
    }
    return pages;
  }

  static float height(List<Line> lines) {
    float height = 0;
    for (Line line : lines) {
      height += (height == 0 ? 0 : line.before()) + line.height();
    }
    return height;
  }

  private static int fitting(List<Line> lines, int start, float room) {
    float used = 0;
    for (int i = start; i < lines.size(); i++) {
      used += (i == start ? 0 : lines.get(i).before()) + lines.get(i).height();
      if (used > room && i > start) {
        return i;
      }
    }
    return lines.size();
  }

  private static int lastGoodEnd(List<Line> lines, int start, int end) {
    for (int i = end; i > start; i--) {
      if (lines.get(i).mayOpenPage()) {
        return i;
      }
    }
    return end;
  }
}
