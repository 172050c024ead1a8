package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.language.LetterLanguage.EN_GB;
import static org.regards.letter.LetterType.COOLING_OFF;
import static org.regards.letter.LetterType.FAREWELL;
import static org.regards.letter.LetterType.FAREWELL_CARD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.history.Tag;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;

/** Pauses and farewells. */
class EndingRulesTest {
  @ParameterizedTest
  @EnumSource(
      names = {
        "INCIDENT",
        "CONDUCT",
        "PAUSE",
        "CONTINUING",
        "CONTACT",
        "CONSEQUENCE",
        "REVIEW",
        "CLOSE"
      })
  void missesAnyPartOfAPause(PartName part) {
    Reviewed letter = Reviewed.letter(COOLING_OFF, EN_GB);
    COOLING_OFF.requiredParts().stream()
        .filter(one -> one != part)
        .forEach(one -> letter.part(one, "Until 10 June."));
    assertThat(letter.findings(Rule.COOL_1))
        .extracting(finding -> finding.place().part())
        .containsExactly(part);
  }

  @Test
  void letsAPauseBeAsLongAsThePlaybookSays() {
    assertThat(pause("2026-06-11", "2026-06-04").findings(Rule.COOL_4)).isEmpty();
    assertThat(pause("2027-05-11", "2026-06-04").words(Rule.COOL_4)).containsExactly("then");
    assertThat(pause("2026-06-11", "2026-06-20").findings(Rule.COOL_4)).hasSize(1);
  }

  @Test
  void keepsTheNotice() {
    assertThat(farewell("2026-06-11").findings(Rule.FARE_1)).isEmpty();
    assertThat(farewell("2026-06-10").words(Rule.FARE_1)).containsExactly("that day");
  }

  @Test
  void leavesNothingOpen() {
    assertThat(
            Reviewed.letter(FAREWELL, EN_GB)
                .part(PartName.EFFECTIVE_DATE, "It ends on 20 June.")
                .findings(Rule.FARE_1))
        .extracting(finding -> finding.place().part())
        .containsExactly(PartName.SETTLEMENT, PartName.RECORDS);
  }

  @ParameterizedTest
  @EnumSource(
      value = LetterType.class,
      names = {"FAREWELL", "FAREWELL_CARD"})
  void thanksAndWishesWell(LetterType type) {
    PartName thanks = type == FAREWELL ? PartName.THANKS : PartName.GRATITUDE;
    assertThat(
            Reviewed.letter(type, EN_GB)
                .part(thanks, "Thank you.")
                .part(PartName.WISHES, "All the best.")
                .findings(Rule.FARE_2))
        .isEmpty();
    assertThat(Reviewed.letter(type, EN_GB).findings(Rule.FARE_2)).hasSize(2);
  }

  /** The card of the third article, which invites back, is right where we did not fit together. */
  @Test
  void leavesTheDoorOpenToWhoeverDidNotFit() {
    assertThat(card().findings(Rule.FARE_3)).isEmpty();
  }

  @Test
  void leavesNoDoorOpenAfterAThreat() {
    assertThat(
            card()
                .of(Reviewed.hearing("2026-04-10T10:00:00Z", "mk", Tag.THREAT_PHYSICAL))
                .findings(Rule.FARE_3))
        .isNotEmpty();
  }

  @Test
  void namesSomebodyElse() {
    assertThat(Reviewed.letter(FAREWELL, EN_GB).findings(Rule.FARE_4)).hasSize(1);
    assertThat(
            Reviewed.letter(FAREWELL, EN_GB)
                .part(PartName.ELSEWHERE, "Try Fenland Lamps in Ely.")
                .findings(Rule.FARE_4))
        .isEmpty();
  }

  private static Reviewed pause(String until, String review) {
    return Reviewed.letter(COOLING_OFF, EN_GB)
        .part(PartName.PAUSE, "Until {%s|input/until.value|then}.".formatted(until))
        .part(PartName.REVIEW, "On {%s|input/review.value|that day}.".formatted(review));
  }

  private static Reviewed farewell(String day) {
    return Reviewed.letter(FAREWELL, EN_GB)
        .part(PartName.EFFECTIVE_DATE, "On {%s|input/effective.value|that day}.".formatted(day))
        .part(PartName.SETTLEMENT, "Nothing is owed.")
        .part(PartName.RECORDS, "We keep your records as the law asks.");
  }

  private static Reviewed card() {
    return Reviewed.letter(FAREWELL_CARD, EN_GB)
        .part(PartName.REGRET, "We're sorry that our relationship didn't work out.")
        .part(PartName.GRATITUDE, "We are grateful for your business.")
        .part(PartName.HELP, "It was a pleasure to look after your lamps.")
        .part(PartName.WISHES, "We wish you the best.")
        .part(PartName.DOOR_OPEN, "If you need us in the future, please feel free to call us.");
  }
}
