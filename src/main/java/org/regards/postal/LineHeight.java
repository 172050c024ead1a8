package org.regards.postal;

/**
 * How high lines of type are, in millimetres.
 *
 * @param ascent from the baseline to the top of the highest letter with its accent
 * @param descent from the baseline down
 * @param leading from one baseline to the next
 */
public record LineHeight(float ascent, float descent, float leading) {
  /** What rounding may add to a length that fits. */
  private static final float TOLERANCE = 0.005f;

  /** From the top of the first line to the bottom of the last. */
  public float of(int lines) {
    return lines == 0 ? 0 : ascent + descent + (lines - 1) * leading;
  }

  /** How many whole lines there is room for. */
  public int linesIn(float height) {
    float more = height + TOLERANCE - ascent - descent;
    return more < 0 ? 0 : 1 + (int) (more / leading);
  }
}
