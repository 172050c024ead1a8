package org.regards.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished page; its size is in points, its marks are in the order of reading.
 *
 * @param boxes null where the page is what the reader gets, uncut
 */
record Page(float width, float height, List<Mark> marks, @Nullable Boxes boxes) {
  Page {
    marks = List.copyOf(marks);
  }

  Page(float width, float height, List<Mark> marks) {
    this(width, height, marks, null);
  }

  /** Where a page is cut, and how far beyond it is printed (ISO 32000-1, 14.11.2). */
  record Boxes(Box trim, Box bleed) {}

  /** A rectangle by its edges, in points from the top left corner of the page. */
  record Box(float left, float top, float right, float bottom) {}
}
