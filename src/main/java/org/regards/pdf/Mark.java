package org.regards.pdf;

import org.jspecify.annotations.Nullable;

/** Something on a page, in points from its top left corner. */
sealed interface Mark {
  /** The same elsewhere on the page. */
  Mark moved(float right, float down);

  /**
   * Words on a baseline.
   *
   * @param tag what they belong to, or null for what repeats or adorns: head, page number
   */
  record Words(float x, float baseline, TextRun run, @Nullable Tag tag) implements Mark {
    @Override
    public Words moved(float right, float down) {
      return new Words(x + right, baseline + down, run, tag);
    }
  }

  /** A straight line. */
  record Rule(float x, float y, float toX, float toY, float thickness, Ink ink) implements Mark {
    @Override
    public Rule moved(float right, float down) {
      return new Rule(x + right, y + down, toX + right, toY + down, thickness, ink);
    }
  }

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

    @Override
    public Drawing moved(float right, float down) {
      return new Drawing(x + right, y + down, operators, tag);
    }
  }

  /**
   * A picture.
   *
   * @param y of its top
   * @param tag of a figure that says something, or null for what adorns
   */
  record Picture(float x, float y, float width, float height, Plate plate, @Nullable Tag tag)
      implements Mark {
    @Override
    public Picture moved(float right, float down) {
      return new Picture(x + right, y + down, width, height, plate, tag);
    }
  }
}
