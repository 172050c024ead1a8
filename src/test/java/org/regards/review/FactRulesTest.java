package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.language.LetterLanguage.DE_DE;
import static org.regards.language.LetterLanguage.EN_GB;
import static org.regards.letter.LetterType.EXPLANATION;
import static org.regards.letter.LetterType.THANK_YOU;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.Customer;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.letter.PartName;
import org.regards.letter.StoredLetter;

class FactRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order {1042|order/1042.id|1042} of {2026-03-02|order/1042.date|2 March}.",
        "You asked us for {a full refund|case/K-77.asked|a full refund}"
            + " ({GBP 480.00|case/K-77.asked_amount|£480.00}).",
        "{7|customer/C-1.years|seven} years, {62|case/K-77.days|62} days,"
            + " {GBP 120.00|case/K-77.offer|£120}.",
        "{Terms 4.2|policy/R-1 v1.clause|Terms 4.2}, {30|policy/R-1 v1.window_days|30} days.",
        "{Ann Reid|customer/C-1.name|Ann Reid} and {Mara Keller|staff/mk.name|Mara Keller}.",
        "by {2026-06-02|input/until.value|2 June}."
      })
  void agreesWithTheRecords(String text) {
    assertThat(letter(text).findings(Rule.FACT_1)).isEmpty();
  }

  @Test
  void saysWhichSentenceIsNoLongerTrue() {
    Finding finding =
        letter("We sent it. It left on {2026-03-01|order/1042.date|1 March}, as you know.")
            .findings(Rule.FACT_1)
            .getFirst();
    assertThat(finding.sentence())
        .isEqualTo(
            "“It left on 1 March, as you know.” is no longer true: order/1042, field date, now"
                + " holds “2026-03-02”, and held “2026-03-01” when the letter was written.");
    assertThat(finding.place().words()).isEqualTo("1 March");
  }

  @Test
  void worksOutAgainWhatIsWorkedOut() {
    assertThat(
            letter("You have been with us for {7|customer/C-1.years|seven} years.")
                .of(
                    Reviewed.known(
                        ann ->
                            new Customer(
                                ann.id(),
                                ann.name(),
                                ann.organisation(),
                                ann.email(),
                                ann.phone(),
                                ann.language(),
                                ann.address(),
                                LocalDate.of(2021, 4, 1),
                                ann.accountManager(),
                                ann.status())))
                .words(Rule.FACT_1))
        .containsExactly("seven");
  }

  @Test
  void findsRecordsOfSomebodyElse() {
    assertThat(letter("order {2|order/2.id|2}").words(Rule.FACT_1)).containsExactly("2");
    assertThat(letter("{Bo|customer/C-2.given_name|Bo}").words(Rule.FACT_1)).containsExactly("Bo");
  }

  @Test
  void findsWordsThatAreNotThoseOfTheirRecord() {
    assertThat(
            letter(
                    "{GBP 480.00|case/K-77.asked_amount|£48.00}, {2026-03-02|order/1042.date|3"
                        + " March}")
                .words(Rule.FACT_1))
        .containsExactly("£48.00", "3 March");
  }

  @Test
  void countsTheFactsOfTheCustomersOwn() {
    assertThat(letter("Thank you for your message.").findings(Rule.FACT_2)).hasSize(1);
    assertThat(
            letter(
                    "On {2026-05-03|interaction/I-1.at|3 May} you wrote about order"
                        + " {1042|order/1042.id|1042} of {2026-03-02|order/1042.date|2 March}.")
                .findings(Rule.FACT_2))
        .isEmpty();
  }

  @Test
  void findsALetterThatIsLikeTheLastOneButForItsFacts() {
    String form =
        "Thank you for your words of {2026-05-03|interaction/I-1.at|3 May}. They hang on the wall"
            + " of the workshop, where all of us can read them every morning.";
    String own =
        "On {2026-05-03|interaction/I-1.at|3 May} you sent us the drawing that your daughter made"
            + " of the lamp. It hangs in the workshop now, beside the lathe.";
    assertThat(amid(form, form).findings(Rule.FACT_3)).hasSize(1);
    assertThat(amid(own, form).findings(Rule.FACT_3)).isEmpty();
  }

  private static Reviewed amid(String text, String before) {
    Reviewed other = Reviewed.letter(THANK_YOU, EN_GB).part(PartName.EVENT, before);
    StoredLetter stored =
        new StoredLetter(
            new LetterId(1), LetterState.DONE, "t.ftlh", Reviewed.NOW, null, other.letter());
    return Reviewed.letter(THANK_YOU, EN_GB)
        .part(PartName.EVENT, text)
        .amid(
            new Surroundings(
                new LetterId(2),
                null,
                Reviewed.NOW,
                Set.of(),
                List.of(),
                List.of(Likeness.of(stored))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order ${order.id} is here.",
        "Dear [NAME], all is well.",
        "It came on null.",
        "Reference: N/A",
        "We found that ??? was missing."
      })
  void findsGaps(String text) {
    assertThat(letter(text).findings(Rule.FACT_4)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It annulled nothing.",
        "[A-77] is the number.",
        "The N/Acid is a brand.",
        "Is it so?"
      })
  void takesWordsForNoGaps(String text) {
    assertThat(letter(text).findings(Rule.FACT_4)).isEmpty();
  }

  @Test
  void takesTheGermanZeroForNoGap() {
    assertThat(
            Reviewed.letter(EXPLANATION, DE_DE)
                .part(PartName.REASON, "Die Kosten sind gleich null.")
                .findings(Rule.FACT_4))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dear ,", "Dear Ms:", ""})
  void findsSalutationsOfNobody(String salutation) {
    assertThat(
            Reviewed.letter(EXPLANATION, EN_GB)
                .part(PartName.SALUTATION, salutation)
                .findings(Rule.FACT_4))
        .hasSize(1);
  }

  private static Reviewed letter(String text) {
    return Reviewed.letter(EXPLANATION, EN_GB).part(PartName.INVESTIGATION, text);
  }
}
