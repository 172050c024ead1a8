package org.regards.pdf;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regards.pdf.PrintRefusal.UnprintableCharacters.Reason;

/** Which characters can be set as they are, which need more thought, and which cannot be set. */
final class Printable {
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int ARABIC_LETTER_MARK = 0x61C;
  private static final int COMBINING_GRAPHEME_JOINER = 0x34F;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Below it every character is a row of its own from left to right. */
  private static final int FIRST_COMBINING = 0x300;

  private static final Set<UnicodeScript> PLAIN_SCRIPTS =
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

  /** Whether it is set as it is: one glyph, after the one before, from left to right. */
  static boolean isPlain(int codePoint) {
    if (codePoint >= 0x20 && codePoint < 0x7F) {
      return true;
    }
    return refusal(codePoint).isEmpty()
        && !isMark(codePoint)
        && !isJoiner(codePoint)
        && !isDirection(codePoint)
        && PLAIN_SCRIPTS.contains(UnicodeScript.of(codePoint));
  }

  /** Whether each letter with an accent is one character, if there is one (Unicode's NFC). */
  static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
      }
    }
    return true;
  }

  /**
   * Whether a text has to be looked at as a whole: it is read from right to left in part, or has
   * characters whose form depends on their neighbours.
   */
  static boolean needsShaping(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return text.codePoints().anyMatch(Printable::needsShaping);
      }
    }
    return false;
  }

  private static boolean needsShaping(int codePoint) {
    if (codePoint < FIRST_COMBINING) {
      return false;
    }
    return isMark(codePoint)
        || isJoiner(codePoint)
        || isDirection(codePoint)
        || isFromRightToLeft(codePoint)
        || (!PLAIN_SCRIPTS.contains(UnicodeScript.of(codePoint)) && refusal(codePoint).isEmpty());
  }

  /** A soft hyphen only says where a word may be broken; no word is broken here. */
  static boolean isInvisible(int codePoint) {
    return codePoint == SOFT_HYPHEN;
  }

  /** Has no form of its own and needs no font: it only steers how its neighbours are drawn. */
  static boolean isSteering(int codePoint) {
    return isJoiner(codePoint)
        || isDirection(codePoint)
        || codePoint == COMBINING_GRAPHEME_JOINER
        || isVariationSelector(codePoint);
  }

  /** Marks of direction; overrides are not among them, they print a word other than it is read. */
  static boolean isDirection(int codePoint) {
    return codePoint == ARABIC_LETTER_MARK
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202C)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  static boolean isJoiner(int codePoint) {
    return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
  }

  /** Whether a joiner after it says something: scripts whose letters join, and pictures. */
  static boolean mayJoin(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.COMMON || !PLAIN_SCRIPTS.contains(script);
  }

  private static boolean isFromRightToLeft(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  /** Why a character cannot be set, whatever the fonts. */
  static Optional<Reason> refusal(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          Optional.of(Reason.NO_FORM);
      case Character.FORMAT ->
          isJoiner(codePoint) || isDirection(codePoint)
              ? Optional.empty()
              : Optional.of(Reason.NO_FORM);
      case Character.PRIVATE_USE, Character.UNASSIGNED -> Optional.of(Reason.NO_FONT);
      default -> Optional.empty();
    };
  }

  /**
   * What stands over and under a letter of a script that has each accent on a letter of its own.
   */
  static List<Integer> accents(String cluster) {
    return PLAIN_SCRIPTS.contains(UnicodeScript.of(cluster.codePointAt(0)))
        ? cluster
            .codePoints()
            .filter(codePoint -> isMark(codePoint) && !isSteering(codePoint))
            .boxed()
            .toList()
        : List.of();
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
