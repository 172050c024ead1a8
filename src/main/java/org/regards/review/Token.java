package org.regards.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word as a rule reads it. What French elides is a word of its own, as in {@code l' avis}, so
 * that the next word is found with and without it; so is the per cent sign.
 *
 * @param word in lower case, with a straight apostrophe, composed (NFC)
 * @param from where it begins in its passage, in UTF-16 units
 * @param isFact whether it came from a record: then it is nobody's choice of words
 * @param endsSentence whether a sentence ends after it
 */
record Token(String word, int from, int to, boolean isFact, boolean endsSentence) {
  private static final String SENTENCE_ENDS = ".!?…:;\n";
  private static final int PER_CENT = '%';
  private static final Set<String> ELIDED =
      Set.of(
          "c'", "d'", "j'", "l'", "m'", "n'", "s'", "t'", "qu'", "jusqu'", "lorsqu'", "puisqu'",
          "quoiqu'");

  /** The words of a passage: letters and digits, with apostrophes, hyphens and points within. */
  static List<Token> of(Passage passage) {
    String text = passage.text();
    List<Token> tokens = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      if (!beginsWord(text.codePointAt(position))) {
        position += Character.charCount(text.codePointAt(position));
        continue;
      }
      int end = end(text, position);
      tokens.add(
          new Token(
              folded(text.substring(position, end)),
              position,
              end,
              passage.isFact(position, end),
              endsSentence(text, end)));
      position = end;
    }
    return tokens;
  }

  /** How a rule reads words: case, kind of apostrophe and way of composing make no difference. */
  static String folded(String words) {
    String lower = words.toLowerCase(Locale.ROOT).replace('’', '\'');
    return Normalizer.isNormalized(lower, Normalizer.Form.NFC)
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** Whether a word with its apostrophe, folded, is one that French writes before a vowel. */
  static boolean isElided(String word) {
    return ELIDED.contains(word);
  }

  private static int end(String text, int start) {
    if (text.codePointAt(start) == PER_CENT) {
      return start + 1;
    }
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      int next = end + Character.charCount(codePoint);
      boolean joins =
          "'’-".indexOf(codePoint) >= 0
              && next < text.length()
              && isWordPart(text.codePointAt(next));
      if (!isWordPart(codePoint) && !joins) {
        break;
      }
      end = next;
      if (joins && isElided(folded(text.substring(start, end)))) {
        break;
      }
    }
    return end;
  }

  private static boolean beginsWord(int codePoint) {
    return isWordPart(codePoint) || codePoint == PER_CENT;
  }

  private static boolean isWordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private static boolean endsSentence(String text, int end) {
    for (int i = end; i < text.length(); i++) {
      char character = text.charAt(i);
      if (SENTENCE_ENDS.indexOf(character) >= 0) {
        return true;
      }
      if (Character.isLetterOrDigit(character)) {
        return false;
      }
    }
    return true;
  }
}
