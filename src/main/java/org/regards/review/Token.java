package org.regards.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word as a rule reads it.
 *
 * @param word in lower case, with a straight apostrophe, composed (NFC)
 * @param from where it begins in its passage, in UTF-16 units
 * @param isFact whether it came from a record: then it is nobody's choice of words
 * @param endsSentence whether a sentence ends after it
 */
record Token(String word, int from, int to, boolean isFact, boolean endsSentence) {
  private static final String SENTENCE_ENDS = ".!?…:;\n";

  /** The words of a passage: letters and digits, with apostrophes, hyphens and points within. */
  static List<Token> of(Passage passage) {
    String text = passage.text();
    List<Token> tokens = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      if (!isWordPart(text.codePointAt(position))) {
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

  private static int end(String text, int start) {
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
    }
    return end;
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
