package org.regards.pdf;

/** Drawing operators (ISO 32000-1, 8.5), in points. */
final class Operators {
  private final StringBuilder out = new StringBuilder();

  Operators(Ink ink) {
    out.append(ink.fill()).append('\n');
  }

  /** An upright rectangle by its lower left corner. */
  Operators rectangle(float x, float y, float width, float height) {
    number(x);
    number(y);
    number(width);
    number(height);
    out.append("re\n");
    return this;
  }

  /** All rectangles so far, filled. */
  String filled() {
    return out.append("f\n").toString();
  }

  /** To a thousandth of a point. */
  private void number(float value) {
    int thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      out.append('-');
      thousandths = -thousandths;
    }
    out.append(thousandths / 1000);
    int rest = thousandths % 1000;
    if (rest != 0) {
      out.append('.').append((char) ('0' + rest / 100));
      if (rest % 100 != 0) {
        out.append((char) ('0' + rest / 10 % 10));
        if (rest % 10 != 0) {
          out.append((char) ('0' + rest % 10));
        }
      }
    }
    out.append(' ');
  }
}
