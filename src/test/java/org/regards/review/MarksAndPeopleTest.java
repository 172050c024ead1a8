package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.regards.language.LetterLanguage.EN_GB;
import static org.regards.letter.LetterType.EXPLANATION;
import static org.regards.letter.LetterType.FAREWELL;
import static org.regards.letter.LetterType.THANK_YOU;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.history.PastLetter;
import org.regards.history.Tag;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;

/** Marks, lengths, signatures, numbers, and what happened around a letter. */
class MarksAndPeopleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The IBAN is on your DHL slip.",
        "Order {LAMP|order/1042.description|LAMP} is here.",
        "The USA and the EU agree."
      })
  void hearsNoShouting(String text) {
    assertThat(saying(text).findings(Rule.SHOUT_1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"You MUST pay.,MUST", "That is it!,!", "Well done 🙂.,🙂"})
  void hearsShouting(String text, String words) {
    assertThat(saying(text).words(Rule.SHOUT_1)).containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your lamp, as you called it, is here.",
        "In its own words: “You may return what you bought for 30 days.”",
        "It stands in “{Terms 4.2|policy/R-1 v1.clause|Terms 4.2}”."
      })
  void seesNoMockery(String text) {
    assertThat(saying(text).findings(Rule.SARC_1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your “problem” is known.",
        "The “cracked lamp” is here.",
        "How could that have happened?"
      })
  void seesMockery(String text) {
    assertThat(saying(text).findings(Rule.SARC_1)).hasSize(1);
  }

  @Test
  void asksRealQuestionsWhereOneCanAnswer() {
    assertThat(
            Reviewed.letter(EXPLANATION, EN_GB)
                .part(PartName.NEXT_STEP, "Would 2 June suit you?")
                .findings(Rule.SARC_1))
        .isEmpty();
  }

  @Test
  void findsCardNumbersAndMarksOfOurs() {
    assertThat(saying("Card 4111 1111 1111 1111.").words(Rule.PII_1))
        .containsExactly("4111 1111 1111 1111");
    assertThat(saying("Card 4111 1111 1111 1112, call +44 1904 960 100.").words(Rule.PII_1))
        .isEmpty();
    assertThat(saying("You are threat:legal to us.").words(Rule.PII_1))
        .containsExactly("threat:legal");
  }

  @Test
  void wantsAPersonWhoCanBeReached() {
    assertThat(signed("Mara Keller", "+44 1904 960 101")).isEmpty();
    assertThat(signed("Mara Keller", "mara@orchard.example")).isEmpty();
    assertThat(signed("The Team", "+44 1904 960 101")).isNotEmpty();
    assertThat(signed("Mara Keller", "Customer care")).isNotEmpty();
    assertThat(signed("Mara Keller", "+44 1904 960 101", "no-reply@orchard.example")).isNotEmpty();
  }

  private static Iterable<Finding> signed(String... lines) {
    return Reviewed.letter(EXPLANATION, EN_GB)
        .signed("Yours sincerely,", lines)
        .findings(Rule.SIGN_1);
  }

  @Test
  void sellsNothingInAHardLetter() {
    assertThat(saying("See https://shop.example/sale?utm_source=x.").findings(Rule.SELL_1))
        .isNotEmpty();
    assertThat(saying("The rule is at https://orchard.example/terms.").findings(Rule.SELL_1))
        .isEmpty();
  }

  @Test
  void saysWhoWasATargetToday() {
    assertThat(
            saying("…")
                .of(Reviewed.hearing("2026-05-12T01:00:00Z", "mk", Tag.ABUSE))
                .findings(Rule.HEAT_1))
        .hasSize(1);
    assertThat(
            saying("…")
                .of(Reviewed.hearing("2026-05-10T01:00:00Z", "mk", Tag.ABUSE))
                .findings(Rule.HEAT_1))
        .isEmpty();
    assertThat(
            saying("…")
                .of(Reviewed.hearing("2026-05-12T01:00:00Z", "ss", Tag.ABUSE))
                .findings(Rule.HEAT_1))
        .isEmpty();
  }

  @Test
  void findsWhatWentBeforeAndWhatCameSince() {
    assertThat(before(THANK_YOU, "done", "2026-05-01T09:00:00Z")).hasSize(1);
    assertThat(before(THANK_YOU, "draft", "2026-05-01T09:00:00Z")).isEmpty();
    assertThat(before(THANK_YOU, "approved", "2026-05-01T09:00:00Z"))
        .extracting(Finding::sentence)
        .containsExactly(
            "L-1, of the type thank-you and to the same person, is of 2026-05-01 and has not left"
                + " yet.");
    assertThat(before(THANK_YOU, "done", "2026-03-01T09:00:00Z")).isEmpty();
    assertThat(before(FAREWELL, "done", "2026-05-01T09:00:00Z")).isEmpty();
    assertThat(
            Reviewed.letter(THANK_YOU, EN_GB)
                .of(Reviewed.hearing("2026-05-13T09:00:00Z", "mk"))
                .findings(Rule.DUP_1))
        .extracting(Finding::sentence)
        .containsExactly(
            "The customer has turned to us since this letter was written: I-2, by email on"
                + " 2026-05-13.");
  }

  @Test
  void warnsOnlyOfALetterThatLiesInTheSandbox() {
    PastLetter sandboxed =
        new PastLetter(
            "L-1",
            THANK_YOU.word(),
            "email",
            "done",
            Instant.parse("2026-05-01T09:00:00Z"),
            List.of(),
            true);
    PastLetter left =
        new PastLetter(
            "L-2",
            THANK_YOU.word(),
            "email",
            "done",
            Instant.parse("2026-04-30T09:00:00Z"),
            List.of());
    assertThat(
            Reviewed.letter(THANK_YOU, EN_GB)
                .of(Reviewed.written(List.of(sandboxed)))
                .findings(Rule.DUP_1))
        .extracting(Finding::severity, Finding::sentence)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "L-1, of the type thank-you and to the same person, is of 2026-05-01 and lies in"
                    + " the sandbox."));
    assertThat(
            Reviewed.letter(THANK_YOU, EN_GB)
                .of(Reviewed.written(List.of(left, sandboxed)))
                .findings(Rule.DUP_1))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  private static Iterable<Finding> before(LetterType type, String state, String at) {
    return Reviewed.letter(THANK_YOU, EN_GB)
        .of(Reviewed.written(type, state, at))
        .findings(Rule.DUP_1);
  }

  @Test
  void measuresLetterSentenceParagraphAndSubject() {
    assertThat(saying("word ".repeat(200)).findings(Rule.LEN_1)).isEmpty();
    assertThat(saying("Too short.").findings(Rule.LEN_1)).hasSize(1);
    assertThat(saying("word ".repeat(31) + "end.").findings(Rule.READ_1)).hasSize(1);
    assertThat(saying("word ".repeat(29) + "end.").findings(Rule.READ_1)).isEmpty();
    assertThat(saying("A short sentence it is. ".repeat(30)).findings(Rule.READ_1)).hasSize(1);
    assertThat(saying("…").subject("Order 1042 of 3 May").findings(Rule.SUBJ_1)).isEmpty();
    assertThat(saying("…").subject("x".repeat(61)).findings(Rule.SUBJ_1)).hasSize(1);
    assertThat(saying("…").subject("AW: Order 1042").findings(Rule.SUBJ_1)).isNotEmpty();
  }

  /** The false positives that the table of rules names. */
  @Test
  void takesPoliceLaneAndDrCourtForNoThreat() {
    assertThat(
            saying(
                    "It went to {5 Police Lane|customer/C-1.street|5 Police Lane}, as"
                        + " {Dr. Court|customer/C-1.name|Dr. Court} asked.")
                .findings(Rule.LEGAL_1))
        .isEmpty();
  }

  @Test
  void countsRegretAsAHabitFromTheSecondTimeOn() {
    assertThat(saying("We looked, and unfortunately found nothing.").findings(Rule.NO_3)).isEmpty();
    assertThat(saying("Unfortunately we found nothing.").findings(Rule.NO_3)).hasSize(1);
    assertThat(
            saying("It is unfortunately gone. We unfortunately have no other.").findings(Rule.NO_3))
        .hasSize(2);
  }

  private static Reviewed saying(String text) {
    return Reviewed.letter(EXPLANATION, EN_GB).part(PartName.REASON, text);
  }
}
