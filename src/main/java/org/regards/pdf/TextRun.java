package org.regards.pdf;

/** Words in one font and style. */
record TextRun(String text, FontFace face, Style style) {

  /** In points, kerned; kerning does not reach over spaces. */
  float width() {
    int thousandths = 0;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      thousandths += face.advance(codePoint) + kerning(before, codePoint);
      before = codePoint;
      i += Character.charCount(codePoint);
    }
    return thousandths * style.size() / 1000;
  }

  /** Between two neighbours of the text, in thousandths of the size. */
  int kerning(int left, int right) {
    return left == ' ' || right == ' ' ? 0 : face.kerning(left, right);
  }

  /** Without the space at its end. */
  TextRun inked() {
    return text.endsWith(" ") ? new TextRun(text.stripTrailing(), face, style) : this;
  }

  boolean looksLike(TextRun other) {
    return face == other.face && style.equals(other.style);
  }

  TextRun followedBy(String more) {
    return new TextRun(text + more, face, style);
  }
}
