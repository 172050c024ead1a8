package org.regards.pdf;

/**
 * What a design has to fill, in millimetres: the front of a card as it is cut, and how far the
 * drawing goes on beyond that.
 *
 * @param beforeLeft beyond the left edge; 0 on a folded card, whose left edge is the fold
 * @param beyond the other edges
 */
record Front(float width, float height, float beforeLeft, float beyond) {
  static Front of(CardFormat format, float bleed) {
    return new Front(format.panel(), format.height(), format.isFolded() ? 0 : bleed, bleed);
  }

  float left() {
    return -beforeLeft;
  }

  float right() {
    return width + beyond;
  }

  float bottom() {
    return -beyond;
  }

  float top() {
    return height + beyond;
  }

  /** What a length of an A6 front becomes on this one. */
  float scale() {
    float a6 = 105;
    return Math.min(width, height) / a6;
  }

  boolean isUpright() {
    return height >= width;
  }
}
