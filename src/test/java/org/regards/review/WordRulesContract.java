package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.regards.letter.Inline;
import org.regards.letter.LetterType;
import org.regards.playbook.RuleWords;
import org.regards.review.Wording.Entry;
import org.regards.review.Wording.Kind;
import org.regards.review.Wording.Match;

/** What the word lists of a language must find, and what they must leave alone. */
abstract class WordRulesContract {
  private static final int FEWEST = 3;

  /** What of a template is never printed: its head, its directives and macros, and line ends. */
  private static final String MARKUP = "(?s)<#ftl .*?\\}>\\s|<#--.*?-->|</?[#@][^>]*>|\\n";

  private static final Path GOLDEN_LETTERS = Path.of("src/test/resources/letters");

  /** The rules that look at words. */
  private static final Set<Rule> WORD_RULES =
      EnumSet.of(
          Rule.ACK_2,
          Rule.REAS_2,
          Rule.NO_1,
          Rule.NO_2,
          Rule.NO_3,
          Rule.PLAT_1,
          Rule.SORRY_1,
          Rule.SORRY_2,
          Rule.SORRY_3,
          Rule.SORRY_4,
          Rule.SORRY_5,
          Rule.ADMIT_1,
          Rule.BLAME_1,
          Rule.BLAME_2,
          Rule.LIBEL_1,
          Rule.LEGAL_1,
          Rule.REVIEW_1,
          Rule.GAG_1,
          Rule.SARC_1,
          Rule.WIN_1,
          Rule.EMP_1,
          Rule.PROM_1,
          Rule.ADR_2,
          Rule.COOL_2,
          Rule.COOL_3,
          Rule.FARE_3,
          Rule.PROT_1,
          Rule.PII_1,
          Rule.SELL_1,
          Rule.HEAT_1,
          Rule.SIGN_1,
          Rule.SUBJ_1,
          Rule.GRANT_1);

  /** Their words must be there: a sentence is good for having them. */
  private static final Set<Rule> MUST = EnumSet.of(Rule.NO_1, Rule.SORRY_5);

  /** A word of these is wrong in some letters only; the class of the rule knows in which. */
  private static final Set<Rule> CONDITIONAL = EnumSet.of(Rule.FARE_3, Rule.NO_3);

  private final String language;
  private final List<Entry> entries;
  private final Wording wording;
  private final WordPhrases phrases;

  WordRulesContract(String language) {
    this.language = language;
    this.entries = WordLists.shipped(language);
    this.wording = new Wording(entries);
    this.phrases = WordPhrases.of(language);
  }

  @Test
  void everyWordRuleHasAList() {
    assertThat(entries).extracting(Entry::rule).containsAll(WORD_RULES);
  }

  @Test
  void aBusinessMayAddToEveryList() {
    assertThat(entries)
        .extracting(entry -> entry.rule().code())
        .allSatisfy(code -> assertThat(RuleWords.rules()).contains(code));
  }

  @Test
  void everyWordRuleHasThreeGoodAndThreeBadPhrases() {
    assertThat(WORD_RULES)
        .allSatisfy(
            rule -> {
              assertThat(phrases.count(rule, true)).isGreaterThanOrEqualTo(FEWEST);
              assertThat(phrases.count(rule, false)).isGreaterThanOrEqualTo(FEWEST);
            });
  }

  @Test
  void everyPhraseThatIsFoundComesWithAdvice() {
    assertThat(entries)
        .filteredOn(entry -> entry.kind() != Kind.HARMLESS)
        .allSatisfy(entry -> assertThat(entry.suggestion()).as("%s", entry).isNotNull());
  }

  @Test
  void noPhraseStandsTwiceInAList() {
    List<String> listed =
        entries.stream().map(entry -> entry.rule().code() + " " + entry.phrase()).toList();
    assertThat(listed).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> findsWhatIsBadAndLeavesWhatIsGood() {
    return phrases.phrases().stream()
        .map(phrase -> DynamicTest.dynamicTest(phrase.toString(), () -> judge(phrase)));
  }

  /** As plain text: not even words that a letter took from a record are found. */
  @TestFactory
  Stream<DynamicTest> findsNothingInGoldenLetters() {
    return goldenLetters()
        .map(
            letter ->
                DynamicTest.dynamicTest(
                    letter.getParent().toString(),
                    () -> assertThat(foundInLetter(letter)).isEmpty()));
  }

  /** What a template says whatever the record, each branch of it. */
  @TestFactory
  Stream<DynamicTest> findsNothingInTemplates() {
    return Stream.of(LetterType.values())
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.word(),
                    () -> {
                      String suffix = language.equals("en") ? "" : "_" + language;
                      Path file = Path.of("templates", type.word() + suffix + ".ftlh");
                      String[] pieces = Files.readString(file).split(MARKUP);
                      assertThat(pieces).hasSizeGreaterThan(5);
                      assertThat(
                              Stream.of(pieces)
                                  .flatMap(piece -> found(type, piece, false).stream()))
                          .isEmpty();
                    }));
  }

  private void judge(WordPhrases.Phrase phrase) {
    Set<Rule> found = rules(phrase.tokens());
    boolean isFoundWanted = phrase.isGood() == MUST.contains(phrase.rule());
    assertThat(found.contains(phrase.rule())).as("found in “%s”", phrase).isEqualTo(isFoundWanted);
    if (phrase.isGood()) {
      assertThat(found)
          .as("found in “%s”", phrase)
          .filteredOn(rule -> !MUST.contains(rule) && isForAll(rule))
          .isEmpty();
    }
  }

  private Set<Rule> rules(List<Token> tokens) {
    Set<Rule> rules = new TreeSet<>();
    wording.matches(tokens).forEach(match -> rules.add(match.entry().rule()));
    return rules;
  }

  private static boolean isForAll(Rule rule) {
    return Stream.of(LetterType.values()).allMatch(rule::isFor) && rule != Rule.SUBJ_1;
  }

  private Stream<Path> goldenLetters() {
    try (Stream<Path> files = Files.walk(GOLDEN_LETTERS)) {
      return files
          .filter(file -> file.endsWith("letter.txt"))
          .filter(
              file -> file.getParent().getParent().getFileName().toString().startsWith(language))
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<String> foundInLetter(Path file) throws IOException {
    String word = file.getParent().getFileName().toString().replaceFirst("\\..*", "");
    LetterType type = LetterType.of(word).orElseThrow();
    List<String> found = new ArrayList<>();
    for (String line : Files.readString(file).lines().toList()) {
      boolean isSubject = line.startsWith("Subject: ");
      String text = line.replaceFirst("^Subject: ", "");
      found.addAll(found(type, text, isSubject));
    }
    return found;
  }

  private List<String> found(LetterType type, String text, boolean isSubject) {
    List<String> found = new ArrayList<>();
    List<Token> tokens = Token.of(Passage.of(null, 0, List.of(new Inline.Text(text))));
    for (Match match : wording.matches(tokens)) {
      Rule rule = match.entry().rule();
      if (rule.isFor(type)
          && (rule != Rule.SUBJ_1 || isSubject)
          && !MUST.contains(rule)
          && !CONDITIONAL.contains(rule)) {
        int from = tokens.get(match.start()).from();
        found.add(rule.code() + ": " + text.substring(from, tokens.get(match.end() - 1).to()));
      }
    }
    return found;
  }
}
