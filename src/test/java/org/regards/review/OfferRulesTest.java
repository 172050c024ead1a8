package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.language.LetterLanguage.EN_GB;
import static org.regards.letter.LetterType.COMPROMISE;
import static org.regards.letter.LetterType.EXPLANATION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.history.CaseId;
import org.regards.history.Tag;
import org.regards.letter.PartName;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.Remedy;
import org.regards.playbook.Role;

class OfferRulesTest {
  private static final String TERMS =
      "The offer stands until {2026-06-02|input/until.value|2 June}.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will credit {GBP 120.00|case/K-77.offer|£120.00}.",
        "I will credit {GBP 90.00|input/offer.value|£90.00}.",
        "I will credit £119.99."
      })
  void staysWithinThePolicy(String offer) {
    assertThat(offering(offer).findings(Rule.POL_1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will credit {GBP 120.01|input/offer.value|£120.01}.",
        "I will credit £1,200.",
        "I will credit 300 GBP.",
        "I will credit {EUR 50.00|input/offer.value|€50.00}."
      })
  void findsMoreThanThePolicyAllows(String offer) {
    assertThat(offering(offer).findings(Rule.POL_1)).hasSize(1);
  }

  @Test
  void comparesWithWhatOthersReceived() {
    assertThat(amid("I will credit £96.", 20, 22, 18).findings(Rule.POL_2)).isEmpty();
    assertThat(amid("I will credit £20.", 20, 22, 18).findings(Rule.POL_2))
        .extracting(Finding::sentence)
        .containsExactly(
            "The letter offers 4 % of the order; in the last 3 cases of this kind it was 20 %.");
    assertThat(amid("I will credit £20.", 20, 22).findings(Rule.POL_2)).isEmpty();
  }

  @Test
  void citesTheVersionOfTheDay() {
    Playbook revised = revised();
    assertThat(citing("policy/R-1 v1").by(revised).findings(Rule.POL_3)).isEmpty();
    assertThat(citing("policy/R-1 v2").by(revised).findings(Rule.POL_3))
        .extracting(Finding::sentence)
        .containsExactly(
            "The letter cites version 2 of R-1; on 2026-05-03 version 1 was in force.");
  }

  @Test
  void citesNothingThatTheCustomerCouldNotRead() {
    assertThat(
            citing("policy/R-1 v1")
                .by(new Playbook(List.of(policy(1, null)), Reviewed.playbook().staff()))
                .findings(Rule.POL_3))
        .hasSize(1);
  }

  @Test
  void wantsAmountAnswerAndFourteenDays() {
    assertThat(
            offering("I will credit £100. " + TERMS)
                .part(PartName.ACCEPTANCE, "A plain yes is enough.")
                .findings(Rule.OFFER_1))
        .isEmpty();
    assertThat(offering("I will do what I can. " + TERMS).findings(Rule.OFFER_1))
        .extracting(Finding::sentence)
        .containsExactlyInAnyOrder(
            "The offer has no amount.", "The letter does not say how to accept.");
    assertThat(
            offering("I will credit £100 until {2026-05-25|input/until.value|25 May}.")
                .part(PartName.ACCEPTANCE, "A plain yes is enough.")
                .findings(Rule.OFFER_1))
        .extracting(Finding::sentence)
        .containsExactly("The offer stands for 13 days only.");
    assertThat(
            offering("I will credit £100.")
                .part(PartName.ACCEPTANCE, "A plain yes is enough.")
                .findings(Rule.OFFER_1))
        .hasSize(1);
  }

  @Test
  void givesNothingAfterAThreatWithoutSomebodysWord() {
    Reviewed threatened =
        offering("I will credit £100. " + TERMS)
            .of(Reviewed.hearing("2026-05-10T10:00:00Z", "mk", Tag.THREAT_RETALIATION));
    assertThat(threatened.findings(Rule.GRANT_1)).hasSize(1);
    assertThat(
            threatened
                .amid(
                    new Surroundings(
                        null, null, Reviewed.NOW, Set.of(Role.MANAGER), List.of(), List.of()))
                .findings(Rule.GRANT_1))
        .isEmpty();
    assertThat(offering("I will credit £100.").findings(Rule.GRANT_1)).isEmpty();
  }

  private static Reviewed offering(String offer) {
    return Reviewed.letter(COMPROMISE, EN_GB).part(PartName.OFFER, offer);
  }

  private static Reviewed amid(String offer, int... percents) {
    List<Precedent> precedents =
        Arrays.stream(percents)
            .mapToObj(
                percent ->
                    new Precedent(
                        new CaseId("K-" + percent),
                        Reviewed.RETURNS,
                        Money.parse("GBP " + percent),
                        Money.parse("GBP 100")))
            .toList();
    return offering(offer)
        .amid(new Surroundings(null, null, Reviewed.NOW, Set.of(), precedents, List.of()));
  }

  private static Reviewed citing(String policy) {
    return Reviewed.letter(EXPLANATION, EN_GB)
        .part(PartName.REASON, "It is in {Terms 4.2|%s.clause|Terms 4.2}.".formatted(policy));
  }

  private static Playbook revised() {
    return new Playbook(
        Stream.of(policy(1, LocalDate.of(2020, 1, 1)), policy(2, LocalDate.of(2026, 5, 8)))
            .toList(),
        Reviewed.playbook().staff());
  }

  private static Policy policy(int version, @Nullable LocalDate published) {
    return new Policy(
        Reviewed.RETURNS,
        version,
        "Returns",
        "Terms 4.2",
        "You may return what you bought for 30 days.",
        published,
        List.of("website"),
        Remedy.CREDIT,
        BigDecimal.valueOf(25),
        Money.parse("GBP 120.00"),
        Money.parse("GBP 60.00"),
        30);
  }
}
