package org.regards.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that a plan adds to a rule of the review: which rules have words, and what a phrase
 * looks like. {@code disappoint*} is a word with any ending, {@code sorry|regret} either word,
 * {@code very?} a word that may be missing, {@code ..} up to five words of the same sentence,
 * {@code ...} up to twelve.
 */
public final class RuleWords {
  private static final Set<String> RULES =
      Set.of(
          "ACK-2",
          "REAS-2",
          "NO-1",
          "NO-2",
          "NO-3",
          "PLAT-1",
          "SORRY-1",
          "SORRY-2",
          "SORRY-3",
          "SORRY-4",
          "SORRY-5",
          "ADMIT-1",
          "BLAME-1",
          "BLAME-2",
          "LIBEL-1",
          "LEGAL-1",
          "REVIEW-1",
          "GAG-1",
          "SARC-1",
          "WIN-1",
          "EMP-1",
          "PROM-1",
          "ADR-1",
          "ADR-2",
          "COOL-2",
          "COOL-3",
          "FARE-3",
          "PROT-1",
          "PII-1",
          "SELL-1",
          "SIGN-1",
          "SUBJ-1",
          "HEAT-1",
          "GRANT-1");

  private static final Pattern RULE = Pattern.compile("[A-Za-z]+-[0-9]+");
  private static final Set<String> GAPS = Set.of("..", "...");
  private static final Pattern MARKS =
      Pattern.compile("[^\\p{L}\\p{N}\\p{M}\u00ad'’‘ʼ*?|%\\p{Sc}‑‐-]+");
  private static final Pattern BESIDE_NUMBER =
      Pattern.compile("(?<=\\p{N})(?=[%\\p{Sc}])|(?<=\\p{Sc})(?=\\p{N})");

  /** What French elides before a vowel, within a choice of words. */
  private static final Pattern ELIDED_IN_CHOICE =
      Pattern.compile(
          "(^|.*\\|)(([cdjlmnst]|(jus|lors|puis|quoi)?qu)['’])\\p{L}.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}\u00ad'’‘ʼ‑‐-]+\\*?|[%\\p{Sc}]");

  private RuleWords() {}

  /** The rules that look at words. */
  public static Set<String> rules() {
    return new TreeSet<>(RULES);
  }

  /** Whether a list is named as a rule is, known or not. */
  static boolean isRule(String list) {
    return RULE.matcher(list).matches();
  }

  /** The words and gaps of a phrase, without commas and other marks. */
  public static List<String> pieces(String phrase) {
    return Arrays.stream(phrase.strip().split("\\s+"))
        .flatMap(
            piece ->
                GAPS.contains(piece)
                    ? Stream.of(piece)
                    : Arrays.stream(
                        BESIDE_NUMBER
                            .matcher(MARKS.matcher(piece).replaceAll(" "))
                            .replaceAll(" ")
                            .split(" +")))
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  /** Why a phrase is none, or nothing. */
  public static Optional<String> problem(String phrase) {
    List<String> pieces = pieces(phrase);
    if (pieces.isEmpty()) {
      return Optional.of("a phrase has at least one word");
    }
    for (String piece : pieces) {
      if (!GAPS.contains(piece) && !isWords(piece)) {
        return Optional.of(
            "in the phrase \"%s\", \"%s\" is no word; a star may stand after the beginning of one, a bar between two, a question mark after one that may be missing"
                .formatted(phrase, piece));
      }
    }
    for (String piece : pieces) {
      Matcher elided = ELIDED_IN_CHOICE.matcher(piece);
      if (piece.contains("|") && elided.matches()) {
        return Optional.of(
            "in the phrase \"%s\", %s stands before a choice of words; set it apart, as in l' avis|avocat"
                .formatted(phrase, elided.group(2)));
      }
    }
    if (!isFirm(pieces.getFirst()) || !isFirm(pieces.getLast())) {
      return Optional.of(
          "the phrase \"%s\" must begin and end with a word that has to be there"
              .formatted(phrase));
    }
    return Optional.empty();
  }

  private static boolean isWords(String piece) {
    String words = piece.endsWith("?") ? piece.substring(0, piece.length() - 1) : piece;
    return Arrays.stream(words.split("\\|", -1)).allMatch(word -> WORD.matcher(word).matches());
  }

  private static boolean isFirm(String piece) {
    return !GAPS.contains(piece) && !piece.endsWith("?");
  }
}
