package org.regards.pdf;

import org.jspecify.annotations.Nullable;

/** Something on a page, in points from its top left corner. */
sealed interface Mark {
  /**
   * Words on a baseline.
   *
   * @param tag what they belong to, or null for what repeats or adorns: head, page number
   */
  record Words(float x, float baseline, TextRun run, @Nullable Tag tag) implements Mark {}

  /** A straight line. */
  record Rule(float x, float y, float toX, float toY, float thickness, Ink ink) implements Mark {}

  /**
   * A drawing.
   *
   * @param operators of ISO 32000-1, 8.5, with the origin at the given point and y upwards
   * @param tag of a figure that says something, such as a code, or null for an ornament
   */
  record Drawing(float x, float y, String operators, @Nullable Tag tag) implements Mark {
    /** An ornament. */
    Drawing(float x, float y, String operators) {
      this(x, y, operators, null);
    }
  }

  /**
   * A picture.
   *
   * @param y of its top
   * @param tag of a figure that says something, or null for what adorns
   */
  record Picture(float x, float y, float width, float height, Plate plate, @Nullable Tag tag)
      implements Mark {}
}
