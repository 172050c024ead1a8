package org.regards.pdf;

/** Paper is measured in millimetres, PDF in points. */
final class Lengths {
  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

  private Lengths() {}

  static float points(float millimetres) {
    return millimetres * POINTS_PER_MILLIMETRE;
  }

  static float millimetres(float points) {
    return points / POINTS_PER_MILLIMETRE;
  }
}
