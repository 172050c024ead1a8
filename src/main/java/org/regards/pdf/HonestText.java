package org.regards.pdf;

import java.text.Normalizer;

/**
 * Text of which every character can be set: one that no font has stands as its number, {@code
 * [U+1F600]}, so that what is quoted as evidence is neither refused nor silently changed.
 */
final class HonestText {
  private final Fonts fonts;
  private final boolean plainOnly;

  /**
   * @param plainOnly also numbers characters whose form depends on their neighbours
   */
  HonestText(Fonts fonts, boolean plainOnly) {
    this.fonts = fonts;
    this.plainOnly = plainOnly;
  }

  String of(String text) {
    String composed =
        Printable.isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder honest = new StringBuilder(composed.length());
    boolean numbered = false;
    for (int i = 0; i < composed.length(); ) {
      int codePoint = composed.codePointAt(i);
      i += Character.charCount(codePoint);
      if (canBeSet(codePoint)) {
        honest.append(numbered ? "]" : "").appendCodePoint(codePoint);
        numbered = false;
      } else {
        honest.append(numbered ? " " : "[").append("U+%04X".formatted(codePoint));
        numbered = true;
      }
    }
    return honest.append(numbered ? "]" : "").toString();
  }

  private boolean canBeSet(int codePoint) {
    if (WordSetter.isBreakingSpace(codePoint) || Printable.isInvisible(codePoint)) {
      return true;
    }
    return Printable.refusal(codePoint).isEmpty()
        && (!plainOnly || Printable.isPlain(codePoint))
        && (fonts.face(Typeface.SERIF, codePoint).isPresent()
            || (!plainOnly && Printable.isSteering(codePoint)));
  }
}
