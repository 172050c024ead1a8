package org.regards.postal;

/** An upright rectangle, in millimetres; with no width or height where nothing is left of it. */
public record Rectangle(float x, float y, float width, float height) {
  public Rectangle {
    width = Math.max(0, width);
    height = Math.max(0, height);
  }

  /** The rectangle between two edges each way. */
  public static Rectangle between(float left, float top, float right, float bottom) {
    return new Rectangle(left, top, right - left, bottom - top);
  }

  public float right() {
    return x + width;
  }

  public float bottom() {
    return y + height;
  }

  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /** Without a strip on all four sides. */
  public Rectangle shrunk(float strip) {
    return between(x + strip, y + strip, right() - strip, bottom() - strip);
  }

  public Rectangle within(Rectangle other) {
    return between(
        Math.max(x, other.x),
        Math.max(y, other.y),
        Math.min(right(), other.right()),
        Math.min(bottom(), other.bottom()));
  }

  public boolean overlaps(Rectangle other) {
    return !within(other).isEmpty();
  }
}
