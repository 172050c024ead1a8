package org.regards.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;
import org.regards.review.Wording.Entry;
import org.regards.review.Wording.Kind;
import org.regards.review.Wording.Match;

/**
 * The rules that are lists of words: those of the program and those that a playbook adds. Words
 * that came from a record are left alone: a street may be called Police Lane. Safe for all threads.
 */
final class WordRules {
  private final Map<String, Wording> byLanguage = new ConcurrentHashMap<>();
  private final Map<String, Map<String, List<String>>> added;

  /**
   * @param added phrases by language (ISO 639) and code of the rule
   */
  WordRules(Map<String, Map<String, List<String>>> added) {
    this.added = added;
  }

  void check(ReviewedLetter letter, Consumer<Finding> findings) {
    Wording wording =
        byLanguage.computeIfAbsent(letter.letter().head().language().code(), this::wording);
    Set<Rule> said = EnumSet.noneOf(Rule.class);
    List<Finding> habits = new ArrayList<>();
    boolean habit = false;
    for (Read read : letter.passages()) {
      for (Match match : wording.matches(read.tokens())) {
        Rule rule = match.entry().rule();
        if (match.entry().kind() == Kind.WANTED) {
          if (isSearched(rule, read.part())) {
            said.add(rule);
          }
        } else if (rule.isFor(letter.type())
            && isPlaceOf(rule, read, letter)
            && Occasions.holds(rule, letter)) {
          int from = read.tokens().get(match.start()).from();
          int to = read.tokens().get(match.end() - 1).to();
          Place place = read.passage().place(from, to);
          Finding finding =
              letter.finding(
                  rule, place, sentence(rule, place), fitted(match.entry().suggestion(), place));
          if (rule == Rule.NO_3) {
            habits.add(finding);
            habit |= match.start() == 0;
          } else {
            findings.accept(finding);
          }
        }
      }
    }
    // Said once and not first, "unfortunately" is a word like any other.
    if (habit || habits.size() > 1) {
      habits.forEach(findings);
    }
    wording
        .wanted()
        .forEach(
            (rule, advice) -> {
              if (rule.isFor(letter.type())
                  && Occasions.holds(rule, letter)
                  && !said.contains(rule)) {
                addUnsaid(rule, advice, letter, findings);
              }
            });
  }

  private static void addUnsaid(
      Rule rule, Suggestion advice, ReviewedLetter letter, Consumer<Finding> findings) {
    PartName part = searched(rule);
    if (part == null) {
      findings.accept(
          letter.finding(
              rule, Place.LETTER, "Missing in the letter: %s.".formatted(missing(rule)), advice));
    } else if (letter.has(part)) {
      findings.accept(
          letter.finding(
              rule,
              Place.of(part),
              "Missing in the part %s: %s.".formatted(part.word(), missing(rule)),
              advice));
    }
  }

  /** What a rule wants said, in a few words. */
  private static String missing(Rule rule) {
    return switch (rule) {
      case NO_1 -> "a plain no";
      case SORRY_5 -> "a word of regret";
      default -> rule.meaning();
    };
  }

  /** The part in which a rule looks for what must be there, or null for the whole letter. */
  private static @Nullable PartName searched(Rule rule) {
    return switch (rule) {
      case NO_1 -> PartName.DECISION;
      case ADR_1 -> PartName.DISPUTE_RESOLUTION;
      default -> null;
    };
  }

  private static boolean isSearched(Rule rule, @Nullable PartName part) {
    PartName searched = searched(rule);
    return searched == null || searched == part;
  }

  /** Words that can be put in the place of those found begin as those do. */
  private static @Nullable Suggestion fitted(@Nullable Suggestion suggestion, Place place) {
    if (suggestion instanceof Suggestion.Replacement replacement
        && !replacement.words().isEmpty()
        && Character.isUpperCase(place.words().codePointAt(0))) {
      return new Suggestion.Replacement(
          replacement.words().substring(0, 1).toUpperCase(Locale.ROOT)
              + replacement.words().substring(1));
    }
    return suggestion;
  }

  private static String sentence(Rule rule, Place place) {
    return "“%s”: %s.".formatted(place.words().replace('\n', ' '), rule.meaning());
  }

  /** A subject has words of its own that it must not hold; a signature is a name and an address. */
  private static boolean isPlaceOf(Rule rule, Read read, ReviewedLetter letter) {
    return switch (rule) {
      case SUBJ_1 -> read.part() == null;
      // hope is false before the no; after it comes what can be done
      case NO_2 -> isBeforeDecision(read, letter);
      // what goes on during a pause has to be said: refunds that are due, orders
      case COOL_2 -> read.part() != PartName.CONTINUING && read.part() != PartName.SIGNATURE;
      default -> read.part() != PartName.SIGNATURE;
    };
  }

  private static boolean isBeforeDecision(Read read, ReviewedLetter letter) {
    if (letter.type() != LetterType.EXPLANATION || !letter.has(PartName.DECISION)) {
      return read.part() != PartName.SIGNATURE;
    }
    return letter.passages().indexOf(read)
        < letter.passages().indexOf(letter.part(PartName.DECISION).getFirst());
  }

  private Wording wording(String language) {
    List<Entry> entries = new ArrayList<>(WordLists.shipped(language));
    added
        .getOrDefault(language, Map.of())
        .forEach(
            (list, phrases) ->
                Rule.of(list.toUpperCase(Locale.ROOT))
                    .ifPresent(
                        rule ->
                            phrases.forEach(
                                phrase ->
                                    entries.add(
                                        new Entry(rule, Phrase.of(phrase), null, Kind.UNWANTED)))));
    return new Wording(entries);
  }
}
