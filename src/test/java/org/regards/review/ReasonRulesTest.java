package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.language.LetterLanguage.DE_DE;
import static org.regards.language.LetterLanguage.EN_GB;
import static org.regards.letter.LetterType.COMPROMISE;
import static org.regards.letter.LetterType.EDUCATE;
import static org.regards.letter.LetterType.EXPLANATION;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.Customer;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;

class ReasonRulesTest {
  private static final String ASKED =
      "You asked us for {a full refund|case/K-77.asked|a full refund}.";
  private static final String REASON =
      "Returns close after {30|policy/R-1 v1.window_days|30} days"
          + " ({Terms 4.2|policy/R-1 v1.clause|Terms 4.2}); yours came on day"
          + " {62|case/K-77.days|62}.";

  @Test
  void wantsTheAskBeforeTheReason() {
    assertThat(explanation().part(PartName.ACKNOWLEDGEMENT, ASKED).findings(Rule.ACK_1)).isEmpty();
    assertThat(
            explanation()
                .part(PartName.ACKNOWLEDGEMENT, "Thank you for your message.")
                .findings(Rule.ACK_1))
        .hasSize(1);
    assertThat(
            explanation()
                .part(PartName.REASON, REASON)
                .part(PartName.ACKNOWLEDGEMENT, ASKED)
                .findings(Rule.ACK_1))
        .hasSize(1);
  }

  @Test
  void wantsClauseAndFactInTheReason() {
    assertThat(explanation().part(PartName.REASON, REASON).findings(Rule.REAS_1)).isEmpty();
    assertThat(explanation().part(PartName.REASON, "This is our policy.").findings(Rule.REAS_1))
        .hasSize(1);
    assertThat(
            explanation()
                .part(
                    PartName.REASON,
                    "{Terms 4.2|policy/R-1 v1.clause|Terms 4.2} does not provide for it.")
                .findings(Rule.REAS_1))
        .extracting(Finding::sentence)
        .containsExactly("The reason names a clause, but nothing that happened in this case.");
    assertThat(Reviewed.letter(COMPROMISE, EN_GB).part(PartName.WHY, REASON).findings(Rule.REAS_1))
        .isEmpty();
  }

  /** An author need not know how a record is marked. */
  @Test
  void takesClauseFactAndAskInPlainWords() {
    assertThat(
            explanation()
                .part(PartName.REASON, "Terms 4.2 gives 30 days; your message came on 3 May.")
                .findings(Rule.REAS_1))
        .isEmpty();
    assertThat(
            explanation()
                .part(PartName.ACKNOWLEDGEMENT, "On 3 May you asked us for a full refund.")
                .part(PartName.REASON, REASON)
                .findings(Rule.ACK_1))
        .isEmpty();
  }

  @Test
  void wantsSomethingThatCanBeDoneByADayAndAPerson() {
    assertThat(
            explanation()
                .part(PartName.ALTERNATIVE, "We can repair it for £40.")
                .part(PartName.NEXT_STEP, "Call Mara Keller by 2 June.")
                .findings(Rule.ALT_1))
        .isEmpty();
    assertThat(
            explanation()
                .part(PartName.ALTERNATIVE, "There is nothing we can do.")
                .part(PartName.NEXT_STEP, "We thank you.")
                .findings(Rule.ALT_1))
        .extracting(Finding::sentence)
        .contains("No day is named by which something happens.");
    assertThat(
            explanation()
                .part(PartName.NEXT_STEP, "Call Mara Keller by 2 June.")
                .findings(Rule.ALT_1))
        .extracting(Finding::sentence)
        .containsExactly("The letter says nothing that we can do.");
  }

  @Test
  void asksForUnderstandingOnlyWhoHasBeenHereForLong() {
    String asking = "You have been with us for {7|customer/C-1.years|seven} years; see our side.";
    assertThat(explanation().part(PartName.EMPATHY, asking).findings(Rule.EMP_1)).isEmpty();
    assertThat(
            explanation()
                .part(PartName.EMPATHY, "I would ask you to see our side.")
                .findings(Rule.EMP_1))
        .hasSize(1);
    assertThat(
            explanation()
                .part(PartName.EMPATHY, asking)
                .of(Reviewed.known(ann -> since(ann, LocalDate.of(2026, 1, 1))))
                .findings(Rule.EMP_1))
        .extracting(Finding::sentence)
        .containsExactly(
            "The letter asks for understanding, and the customer has been with us for less than 24"
                + " months.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | That was our mistake, not yours.",
        "DE_DE | Das war unser Fehler.",
        "FR_FR | L’erreur vient de nous.",
        "ES_ES | Fue un error nuestro."
      })
  void hearsOurWordForOurFault(LetterLanguage language, String words) {
    assertThat(
            ours(COMPROMISE, language)
                .part(PartName.RESPONSIBILITY, words)
                .part(PartName.OFFER, "…")
                .findings(Rule.SORRY_4))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | I am sorry that it turned out this way.",
        "DE_DE | Es tut mir leid, dass es so gekommen ist.",
        "FR_FR | Je regrette que les choses aient pris ce tour.",
        "ES_ES | Siento que haya terminado así."
      })
  void missesOurWordForOurFault(LetterLanguage language, String words) {
    assertThat(
            ours(COMPROMISE, language)
                .part(PartName.RESPONSIBILITY, words)
                .part(PartName.OFFER, "…")
                .findings(Rule.SORRY_4))
        .hasSize(1);
  }

  @Test
  void wantsRepairWhereItWasOurFault() {
    assertThat(
            ours(EDUCATE, EN_GB)
                .part(PartName.THANKS, "The mistake was ours.")
                .findings(Rule.SORRY_4))
        .extracting(finding -> finding.place().part())
        .containsExactly(PartName.REMEDY);
    assertThat(
            Reviewed.letter(EDUCATE, EN_GB)
                .part(PartName.REMEDY, "We credit it.")
                .findings(Rule.SORRY_4))
        .isEmpty();
  }

  private static final String BODY =
      "We have not been able to settle the matter between us. You can take it to Acas"
          + " (www.acas.example). We will answer any questions they ask us.";

  @Test
  void namesTheBodyInALastWordToAConsumer() {
    assertThat(explanation().part(PartName.DISPUTE_RESOLUTION, BODY).findings(Rule.ADR_1))
        .isEmpty();
    assertThat(
            explanation()
                .of(Reviewed.judged(Fault.NOBODY, CaseState.REJECTED))
                .findings(Rule.ADR_1))
        .hasSize(1);
    assertThat(
            explanation().part(PartName.DECISION, "This is our final answer.").findings(Rule.ADR_1))
        .hasSize(1);
    assertThat(explanation().part(PartName.DECISION, "We cannot.").findings(Rule.ADR_1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can take it to Acas (www.acas.example). We will answer any questions they ask us.",
        "We have not been able to settle it. You can take it to Acas. We will take part.",
        "We have not been able to settle it. You can take it to Acas (www.acas.example)."
      })
  void wantsAllOfTheParagraphOnTheBody(String paragraph) {
    assertThat(explanation().part(PartName.DISPUTE_RESOLUTION, paragraph).findings(Rule.ADR_1))
        .hasSize(1);
  }

  @Test
  void namesTheBodyInGermanToo() {
    assertThat(
            Reviewed.letter(EXPLANATION, DE_DE)
                .part(
                    PartName.DISPUTE_RESOLUTION,
                    "Wir konnten uns nicht einigen. Sie können sich an die Schlichtungsstelle"
                        + " (www.stelle.example) wenden. Wir nehmen an einem Verfahren nicht teil.")
                .findings(Rule.ADR_1))
        .isEmpty();
  }

  @Test
  void owesABusinessNoBody() {
    assertThat(
            explanation()
                .part(PartName.DECISION, "This is our final answer.")
                .of(Reviewed.known(ReasonRulesTest::business))
                .findings(Rule.ADR_1))
        .isEmpty();
  }

  private static Customer since(Customer ann, LocalDate day) {
    return new Customer(
        ann.id(),
        ann.name(),
        ann.organisation(),
        ann.email(),
        ann.phone(),
        ann.language(),
        ann.address(),
        day,
        ann.accountManager(),
        ann.status());
  }

  private static Customer business(Customer ann) {
    return new Customer(
        ann.id(),
        ann.name(),
        "Reid Ltd",
        ann.email(),
        ann.phone(),
        ann.language(),
        ann.address(),
        ann.since(),
        ann.accountManager(),
        ann.status());
  }

  private static Reviewed explanation() {
    return Reviewed.letter(EXPLANATION, EN_GB);
  }

  private static Reviewed ours(LetterType type, LetterLanguage language) {
    return Reviewed.letter(type, language).of(Reviewed.judged(Fault.OURS, CaseState.OPEN));
  }
}
