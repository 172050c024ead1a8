package org.regards.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.regards.review.Passage.FactAt;

/**
 * A word as a rule reads it. What French elides is a word of its own, as in {@code l' avis}, so
 * that the next word is found with and without it; so are the signs of per cent and currencies.
 *
 * @param word as {@link #folded} has it
 * @param from where it begins in its passage, in UTF-16 units
 * @param isFact whether it came from a record: then it is nobody's choice of words
 * @param endsSentence whether a sentence ends after it
 */
record Token(String word, int from, int to, boolean isFact, boolean endsSentence) {
  private static final String SENTENCE_ENDS = "!?…;\n";

  /** These end a sentence only before a space: not in “4.2”, “10:30” and “z.B.”. */
  private static final String SPACED_SENTENCE_ENDS = ".:";

  private static final char LAST_OF_ASCII = 0x7f;
  private static final char SOFT_HYPHEN = '\u00ad';

  /** After these a period ends nothing: “Dr. Lee”, “Nr. 5”. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "hr", "fr", "nr", "abs", "bzw",
          "ca", "ggf", "inkl", "zzgl", "str", "z", "b", "d", "h", "u", "a", "m", "mm", "mme",
          "mlle", "sr", "sres", "sra", "srta", "dra", "ud", "uds", "núm");

  private static final Set<String> ELIDED =
      Set.of(
          "c'", "d'", "j'", "l'", "m'", "n'", "s'", "t'", "qu'", "jusqu'", "lorsqu'", "puisqu'",
          "quoiqu'");

  /** After a number and before these a period makes an ordinal: “3. Mai”. */
  private static final Set<String> MONTHS =
      Set.of(
          "januar",
          "jänner",
          "jaenner",
          "februar",
          "feber",
          "märz",
          "maerz",
          "april",
          "mai",
          "juni",
          "juli",
          "august",
          "september",
          "oktober",
          "november",
          "dezember");

  /** The words of a passage: letters and digits, with apostrophes and hyphens within; and signs. */
  static List<Token> of(Passage passage) {
    String text = passage.text();
    List<FactAt> recorded = passage.facts().stream().filter(FactAt::isOnRecord).toList();
    int fact = 0;
    List<Token> tokens = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      int first = text.codePointAt(position);
      if (!isWordPart(first) && !isSign(first)) {
        position += Character.charCount(first);
        continue;
      }
      int end = end(text, position);
      while (fact < recorded.size() && recorded.get(fact).to() <= position) {
        fact++;
      }
      tokens.add(
          new Token(
              folded(text.substring(position, end)),
              position,
              end,
              fact < recorded.size() && recorded.get(fact).from() < end,
              endsSentence(text, position, end)));
      position = end;
    }
    return tokens;
  }

  /**
   * How a rule reads words: case, kind of apostrophe and hyphen, and way of composing make no
   * difference, nor do ß and ss, ä and ae, ö and oe, ü and ue, œ and oe.
   */
  static String folded(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return isAscii(lower) ? lower : plain(lower);
  }

  /** By far the most words are, and nothing of them is to be changed. */
  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > LAST_OF_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String lower) {
    String composed =
        Normalizer.isNormalized(lower, Normalizer.Form.NFC)
            ? lower
            : Normalizer.normalize(lower, Normalizer.Form.NFC);
    StringBuilder folded = new StringBuilder(composed.length() + 2);
    for (int i = 0; i < composed.length(); i++) {
      char character = composed.charAt(i);
      switch (character) {
        case '’', '‘', 'ʼ' -> folded.append('\'');
        case '‑', '‐' -> folded.append('-');
        case SOFT_HYPHEN -> {}
        case 'ß' -> folded.append("ss");
        case 'ä' -> folded.append("ae");
        case 'œ' -> folded.append("oe");
        case 'ö' -> folded.append("oe");
        case 'ü' -> folded.append("ue");
        default -> folded.append(character);
      }
    }
    return folded.toString();
  }

  /** Whether a word with its apostrophe, folded, is one that French writes before a vowel. */
  static boolean isElided(String word) {
    return ELIDED.contains(word);
  }

  private static int end(String text, int start) {
    if (isSign(text.charAt(start))) {
      return start + 1;
    }
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      int next = end + Character.charCount(codePoint);
      boolean within = isWordPart(codePoint);
      boolean joins =
          !within
              && "'’ʼ-‑‐\u00ad".indexOf(codePoint) >= 0
              && next < text.length()
              && isWordPart(text.codePointAt(next));
      if (!within && !joins) {
        break;
      }
      end = next;
      if (joins && isElided(folded(text.substring(start, end)))) {
        break;
      }
    }
    return end;
  }

  /** Per cent or a currency: words of their own, also beside a number. */
  private static boolean isSign(int codePoint) {
    return codePoint == '%' || Character.getType(codePoint) == Character.CURRENCY_SYMBOL;
  }

  private static boolean isWordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private static boolean endsSentence(String text, int start, int end) {
    for (int i = end; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean isSpaced = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
      if (SENTENCE_ENDS.indexOf(character) >= 0
          || (SPACED_SENTENCE_ENDS.indexOf(character) >= 0
              && isSpaced
              && !(character == '.' && i == end && isShort(text, start, end)))) {
        return true;
      }
      if (Character.isLetterOrDigit(character) || isSign(character)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the period after a word only shortens it, or makes an ordinal of a number. */
  private static boolean isShort(String text, int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (ABBREVIATIONS.contains(word)) {
      return true;
    }
    int next = end;
    while (next < text.length() && !isWordPart(text.codePointAt(next))) {
      next++;
    }
    if (!word.chars().allMatch(Character::isDigit) || next == text.length()) {
      return false;
    }
    return Character.isLowerCase(text.codePointAt(next))
        || MONTHS.contains(text.substring(next, end(text, next)).toLowerCase(Locale.ROOT));
  }
}
