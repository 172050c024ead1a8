package org.regards.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.history.PolicyId;

final class PlanReaderTest {
  static final Path ORCHARD = Path.of("src/test/resources/org/regards/playbook/orchard.yaml");

  private static final PolicyId FRESHNESS = new PolicyId("R-1");

  @Test
  void readsThePlanOfTheProgram() {
    Plan plan = PlanReader.standard();
    assertThat(plan.policies()).isEmpty();
    assertThat(plan.letters()).containsOnlyKeys(LetterKind.values());
    assertThat(plan.thresholds().pattern().complaints()).isEqualTo(4);
    assertThat(plan.letter(LetterKind.COOLING_OFF).approvers(Set.of(Occasion.THREAT)))
        .containsExactly(Role.MANAGER, Role.COUNSEL);
    assertThat(plan.words("de", WordList.NOT_A_THREAT)).contains("Verbraucherzentrale");
  }

  @Test
  void takesWhatAFileLeavesOutFromThePlanOfTheProgram() throws IOException {
    Plan plan = readable(Files.readString(ORCHARD));
    assertThat(plan.thresholds().pattern().complaints()).isEqualTo(5);
    assertThat(plan.thresholds().pattern().causes()).isEqualTo(3);
    assertThat(plan.letters()).isEqualTo(PlanReader.standard().letters());
    assertThat(plan.words("en", WordList.LEGAL_THREAT))
        .contains("sue you", "hear from my barrister");
    assertThat(plan.words("en", "PLAT-1")).containsExactly("fruitful partnership");
    assertThat(plan.never())
        .extracting(NeverRule::id)
        .containsExactly("NEVER-1", "NEVER-2", "NEVER-3", "NEVER-4", "NEVER-5", "NEVER-6");
  }

  @Test
  void knowsTheVersionInForceOnADay() throws IOException {
    Plan plan = readable(Files.readString(ORCHARD));
    assertThat(version(plan, "2023-06-01")).isEqualTo(1);
    assertThat(version(plan, "2024-12-31")).isEqualTo(1);
    assertThat(version(plan, "2025-01-01")).isEqualTo(2);
    assertThat(
            plan.policy(FRESHNESS, LocalDate.of(2026, 1, 1)).orElseThrow().limit(Role.SUPERVISOR))
        .contains(Money.parse("GBP 60.00"));
    assertThat(plan.policy(new PolicyId("R-9"), LocalDate.of(2026, 1, 1))).isEmpty();
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThat(
            problems(
                """
                name: Orchard
                polices: []
                policies:
                  - id: R-1
                    title: Freshness
                    about: qualty
                    versions:
                      - version: 1
                        from: 2025-01-01
                        until: 2026-05-01
                        clause: Terms 4.1
                        text: We credit it.
                        published: 2025-01-01
                        remedy: credit
                        most: -5.00 GBP
                        percent: 120 %
                        limits:
                          agent: 60.00 GBP
                          supervisor: 40.00 GBP
                      - version: 2
                        from: 2026-01-01
                        clause: Terms 4.1
                        text: We credit it soon.
                  - id: R-1
                    title: Late
                    versions: []
                escalation:
                  owner: agent
                letters:
                  compromise:
                    approved by: [boss]
                pauses:
                  days: 100
                  policy: C-9
                words:
                  it: {}
                  en:
                    legal threats: [x]
                signs:
                  threat: {days: two}
                """))
        .containsExactly(
            "2:1: there is no polices here (policies is meant?); there may be duties, escalation,"
                + " letters, name, never, pauses, policies, referrals, signs, words",
            "6:12: about is \"qualty\" (quality is meant?); it may be quality, delivery,"
                + " cancelling, goodwill, conduct, ending",
            "13:20: say where customers can read it, for example where: [website]",
            "15:15: most is \"-5.00 GBP\", expected an amount that is not below zero",
            "16:18: percent is \"120 %\", expected a percentage from 0 to 100, such as 25 %",
            "19:23: supervisor may give less (GBP 40.00) than agent (GBP 60.00)",
            "21:15: version 2 of policy R-1 is in force from 2026-01-01, while version 1 still is;"
                + " end that one with until:",
            "24:9: there are two policies with the id R-1",
            "26:15: policy R-1 has no version",
            "28:10: nobody decides in the end: agent → supervisor → manager → owner → agent",
            "31:18: approved by is \"boss\"; it may be agent, supervisor, manager, counsel, owner",
            "31:18: nobody approves letters of the type compromise",
            "33:9: a pause lasts 100 days, but the longest one only 90",
            "34:11: there is no policy C-9 in this plan; there is R-1",
            "36:3: no letters are written in it; there may be de, en, es, fr",
            "38:5: there is no legal threats here (legal threat is meant?); there may be legal"
                + " threat, not a threat, physical threat, retaliation threat, vandalism threat,"
                + " vulnerable",
            "40:18: days is \"two\", expected a whole number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: b: c|1:5: a colon stands where none is expected; put the text in \"quotation marks\","
            + " or check the indentation",
        "name: x~\tpolicies: []|2:1: a tab stands where only spaces may; indent with spaces",
        "name: [x~|2:1: the file ends too early: a bracket or quotation mark is not closed",
        "name: x~---~name: y|2:1: a second plan begins here (---); a file holds one",
        "- one|1:1: this is no plan: it has no headings such as policies: or letters:",
        "name: x~name: y|2:1: name stands here a second time; it is on line 1",
        "title: x|1:1: there is no title here; there may be duties, escalation, letters, name,"
            + " never, pauses, policies, referrals, signs, words",
        "signs: none|1:8: signs is a single value, expected lines of its own below it",
        "policies: none|1:11: policies is no list; begin each entry with a dash",
        "policies: [none]|1:12: an entry of policies is a single value, expected lines such as id:"
            + " …",
        "signs: {threat: {days: 0}}|1:24: days is \"0\", expected at least 1",
        "signs: {disproportionate ask: {times the order: -1}}|1:49: times the order is \"-1\","
            + " expected a number such as 1.5, not below zero",
        "signs: {unprofitable: {hour: [5 GBP, 6 GBP]}}|1:30: hour names GBP twice",
        "signs: {unprofitable: {hour: 5 XXY}}|1:30: hour is \"5 XXY\", expected an amount with a"
            + " known currency and its decimals, such as 60.00 GBP",
        "signs: {unprofitable: {hour: 5.555 GBP}}|1:30: hour is \"5.555 GBP\", expected an amount"
            + " with a known currency and its decimals, such as 60.00 GBP",
        "pauses: {review before the end: 40}|1:33: the review is 40 days before the end of a pause"
            + " of 30: before it has begun",
        "duties: {offer stands days: 13}|1:29: offer stands days is \"13\", expected at least 14",
        "duties: {ending policy: N-1}|1:25: there is no policy N-1: this plan has none",
        "never: [{id: NEVER-1, rule: none}]|1:14: NEVER-1 is a rule of the program and stays as it"
            + " is; take another id",
        "never: [{id: N, rule: a}, {id: N, rule: b}]|1:32: there are two never rules with the id N",
        "referrals: [{id: P-1, name: x, reach: y}]|1:13: commission is missing here",
        "words: {de: {PLAT-1: [sehr? gern]}}|1:22: the phrase \"sehr? gern\" must begin and end"
            + " with a word that has to be there",
        "words: {de: {PLAT-1: [bitte .., am Herzen]}}|1:22: the phrase \"bitte ..\" must begin and"
            + " end with a word that has to be there",
        "words: {en: {PLAT-1: [val*ed customer]}}|1:22: in the phrase \"val*ed customer\","
            + " \"val*ed\" is no word; a star may stand after the beginning of one, a bar"
            + " between two, a question mark after one that may be missing",
        "words: {en: {PLAT-1: ['!']}}|1:22: a phrase has at least one word",
        "words: {en: {PLTA-1: [dear friend]}}|1:14: no rule PLTA-1 looks at words; there may be"
            + " ACK-2, ADMIT-1, ADR-1, ADR-2, BLAME-1, BLAME-2, COOL-2, COOL-3, EMP-1, FARE-3,"
            + " GAG-1, GRANT-1, HEAT-1, LEGAL-1, LIBEL-1, NO-1, NO-2, NO-3, PII-1, PLAT-1,"
            + " PROM-1, PROT-1, REAS-2, REVIEW-1, SARC-1, SELL-1, SIGN-1, SORRY-1, SORRY-2,"
            + " SORRY-3, SORRY-4, SORRY-5, SUBJ-1, WIN-1",
        "letters: {educate: {signed by: []}}|1:32: nobody signs letters of the type educate",
        "name: [a, b]|1:7: name is a list or has lines below it, expected one value",
        "name: &a [*a]|1:7: name is a list or has lines below it, expected one value",
      })
  void saysWhatIsWrongAndWhere(String lines, String problem) {
    assertThat(problems(lines.replace('~', '\n'))).contains(problem);
  }

  @Test
  void refusesAPolicyThatContradictsItself() {
    String policy =
        """
        policies:
          - id: R-1
            title: Freshness
            versions:
              - {version: 1, from: 2025-01-01, clause: T, text: t, %s}
        """;
    assertThat(problems(policy.formatted("until: 2024-01-01")))
        .containsExactly("5:67: it ends on 2024-01-01, before it begins on 2025-01-01");
    assertThat(problems(policy.formatted("most: 5.00 GBP")))
        .containsExactly(
            "5:9: remedy is missing: amounts say what a credit, refund or discount may be");
    assertThat(
            problems(policy.formatted("remedy: credit, most: 5.00 GBP, limits: {agent: 6.00 GBP}")))
        .containsExactly("5:108: the limit of GBP 6.00 is more than the policy gives: GBP 5.00");
    assertThat(
            problems(policy.formatted("remedy: credit, most: 5.00 GBP, limits: {agent: 4.00 EUR}")))
        .containsExactly("5:108: the limit is in EUR, but the policy gives at most GBP 5.00");
    assertThat(problems(policy.replace("from: 2025-01-01, ", "").formatted("days: -1")))
        .containsExactly(
            "5:9: from is missing here: the day on which it comes into force",
            "5:48: days is \"-1\", expected 0 or more");
  }

  private static int version(Plan plan, String day) {
    return plan.policy(FRESHNESS, LocalDate.parse(day)).orElseThrow().policy().version();
  }

  private static Plan readable(String text) {
    return ((PlanReading.Sound) PlanReader.read(text)).plan();
  }

  private static List<String> problems(String text) {
    return ((PlanReading.Unsound) PlanReader.read(text))
        .problems().stream()
            .map(
                problem -> "%d:%d: %s".formatted(problem.line(), problem.column(), problem.words()))
            .toList();
  }
}
