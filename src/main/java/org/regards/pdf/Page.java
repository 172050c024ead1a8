package org.regards.pdf;

import java.util.List;

/** A finished page; its size is in points, its marks are in the order of reading. */
record Page(float width, float height, List<Mark> marks) {
  Page {
    marks = List.copyOf(marks);
  }
}
