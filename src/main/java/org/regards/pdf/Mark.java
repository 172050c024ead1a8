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
   */
  record Drawing(float x, float y, String operators) implements Mark {
    @Override
    public Drawing moved(float right, float down) {
      return new Drawing(x + right, y + down, operators);
    }
  }
}
