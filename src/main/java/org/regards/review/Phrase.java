package org.regards.review;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regards.playbook.RuleWords;

/**
 * Words that a rule looks for, as they stand in a list: {@code we value your business}. {@code
 * disappoint*} is a word with any ending, {@code sorry|regret} either word, {@code very?} a word
 * that may be missing, {@code ..} up to five words of the same sentence, {@code ...} up to twelve.
 * A word is also found without its accents, as people type it on a foreign keyboard: {@code désolé}
 * as {@code desole}; not the other way round, for {@code si} is not {@code sí}. Immutable.
 */
record Phrase(List<Element> elements) {
  private static final Pattern APOSTROPHE_WITHIN = Pattern.compile("[\\p{L}\\p{N}]+'(?=\\p{L})");
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
  private static final int SHORT_WAY = 5;
  private static final int LONG_WAY = 12;

  /** One place of a phrase. */
  sealed interface Element {
    /** Any of some words; a stem ends in {@code *}. */
    record AnyOf(List<String> words, boolean mayBeMissing) implements Element {
      boolean fits(String word) {
        for (String wanted : words) {
          boolean stem = wanted.endsWith("*");
          if (stem
              ? word.startsWith(wanted.substring(0, wanted.length() - 1))
              : word.equals(wanted)) {
            return true;
          }
        }
        return false;
      }
    }

    /** Some words, whatever they are. */
    record Between(int most) implements Element {}
  }

  Phrase {
    elements = List.copyOf(elements);
  }

  /**
   * Reads a phrase as a list has it. Commas and other marks make no difference, as they make none
   * in a letter.
   *
   * @throws IllegalArgumentException when it does not have the form of a phrase: the plan of a
   *     business is read by {@link RuleWords}, which says so in words
   */
  static Phrase of(String text) {
    RuleWords.problem(text)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return new Phrase(
        RuleWords.pieces(text).stream()
            .map(Token::folded)
            .flatMap(Phrase::apart)
            .map(Phrase::element)
            .toList());
  }

  private static Element element(String text) {
    if (text.equals("..") || text.equals("...")) {
      return new Element.Between(text.length() == 2 ? SHORT_WAY : LONG_WAY);
    }
    boolean optional = text.endsWith("?");
    String words = optional ? text.substring(0, text.length() - 1) : text;
    return new Element.AnyOf(
        Arrays.stream(words.split("\\|"))
            .flatMap(word -> Stream.of(word, withoutAccents(word)))
            .distinct()
            .toList(),
        optional);
  }

  /** Sets what is elided apart from its word, as it is in a letter: {@code l' avis}. */
  private static Stream<String> apart(String element) {
    Matcher elided = APOSTROPHE_WITHIN.matcher(element);
    while (elided.find()) {
      if (!Token.isElided(elided.group())) {
        continue;
      }
      return Stream.of(elided.group(), element.substring(elided.end()));
    }
    return Stream.of(element);
  }

  private static String withoutAccents(String word) {
    return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }

  /** The words that it may begin with. */
  Stream<String> beginnings() {
    return elements.getFirst() instanceof Element.AnyOf words
        ? words.words().stream()
        : Stream.empty();
  }

  /**
   * The index after the last token of a match that begins at a token, or -1.
   *
   * @param ofRecords whether its words may come from records; those between them always may
   */
  int match(List<Token> tokens, int start, boolean ofRecords) {
    return match(tokens, start, start, 0, ofRecords);
  }

  private int match(List<Token> tokens, int start, int at, int element, boolean ofRecords) {
    if (element == elements.size()) {
      return at;
    }
    return switch (elements.get(element)) {
      case Element.AnyOf words -> {
        boolean here =
            isReachable(tokens, start, at)
                && (ofRecords || !tokens.get(at).isFact())
                && words.fits(tokens.get(at).word());
        int end = here ? match(tokens, start, at + 1, element + 1, ofRecords) : -1;
        yield end < 0 && words.mayBeMissing()
            ? match(tokens, start, at, element + 1, ofRecords)
            : end;
      }
      case Element.Between between -> {
        int end = -1;
        for (int skipped = 0; end < 0 && skipped <= between.most(); skipped++) {
          if (skipped > 0 && !isReachable(tokens, start, at + skipped - 1)) {
            break;
          }
          end = match(tokens, start, at + skipped, element + 1, ofRecords);
        }
        yield end;
      }
    };
  }

  /** Whether there is a token in the sentence that the match began in. */
  private static boolean isReachable(List<Token> tokens, int start, int at) {
    return at < tokens.size() && (at == start || !tokens.get(at - 1).endsSentence());
  }
}
