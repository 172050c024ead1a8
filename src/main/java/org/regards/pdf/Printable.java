package org.regards.pdf;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.regards.pdf.PrintRefusal.UnprintableCharacter.Reason;

/** Which characters can be set as they are: one glyph each, from left to right. */
final class Printable {
  private static final int SOFT_HYPHEN = 0xAD;

  private static final Set<UnicodeScript> SCRIPTS =
      EnumSet.of(
          UnicodeScript.COMMON,
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL);

  private Printable() {}

  static boolean isSet(int codePoint) {
    return refusal(codePoint).isEmpty();
  }

  /** A soft hyphen only says where a word may be broken; no word is broken here. */
  static boolean isInvisible(int codePoint) {
    return codePoint == SOFT_HYPHEN;
  }

  /** Why a character cannot be set even where a font has it. */
  static Optional<Reason> refusal(int codePoint) {
    if (codePoint >= 0x20 && codePoint < 0x7F) {
      return Optional.empty();
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          Optional.of(Reason.CONTROL);
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          Optional.of(Reason.NEEDS_SHAPING);
      case Character.PRIVATE_USE, Character.UNASSIGNED -> Optional.of(Reason.NO_FONT);
      default ->
          SCRIPTS.contains(UnicodeScript.of(codePoint))
              ? Optional.empty()
              : Optional.of(Reason.NEEDS_SHAPING);
    };
  }
}
