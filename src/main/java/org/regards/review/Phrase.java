package org.regards.review;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /**
     * Any of some words; a stem ends in {@code *}.
     *
     * @param whole those that are no stems
     * @param stems without their star
     */
    record AnyOf(List<String> words, Set<String> whole, List<String> stems, boolean mayBeMissing)
        implements Element {
      AnyOf(List<String> words, boolean mayBeMissing) {
        this(
            words,
            words.stream().filter(word -> !word.endsWith("*")).collect(Collectors.toSet()),
            words.stream()
                .filter(word -> word.endsWith("*"))
                .map(word -> word.substring(0, word.length() - 1))
                .toList(),
            mayBeMissing);
      }

      boolean fits(String word) {
        if (whole.contains(word)) {
          return true;
        }
        for (String stem : stems) {
          if (word.startsWith(stem)) {
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

  /** Its firm places, by which it can be found. */
  Stream<Anchor> anchors() {
    return IntStream.range(0, elements.size())
        .filter(place -> isFirm(elements.get(place)))
        .mapToObj(this::anchor);
  }

  /**
   * A place of a phrase whose word must be there.
   *
   * @param fewest tokens before it
   * @param most tokens before it
   */
  record Anchor(List<String> words, int fewest, int most) {}

  private static boolean isFirm(Element element) {
    return element instanceof Element.AnyOf words && !words.mayBeMissing();
  }

  private Anchor anchor(int place) {
    int fewest = 0;
    int most = 0;
    for (Element before : elements.subList(0, place)) {
      switch (before) {
        case Element.AnyOf words -> {
          fewest += words.mayBeMissing() ? 0 : 1;
          most++;
        }
        case Element.Between between -> most += between.most();
      }
    }
    return elements.get(place) instanceof Element.AnyOf words
        ? new Anchor(words.words(), fewest, most)
        : new Anchor(List.of(), 0, 0);
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
