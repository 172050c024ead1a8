package org.regards.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.history.CaseState.OFFERED;
import static org.regards.history.CaseState.OPEN;
import static org.regards.history.CaseState.REFUSED;
import static org.regards.history.CaseState.REJECTED;
import static org.regards.history.CaseState.UPHELD;
import static org.regards.history.Channel.PHONE;
import static org.regards.history.Channel.SOCIAL;
import static org.regards.history.Fault.NOBODY;
import static org.regards.history.Fault.OURS;
import static org.regards.history.Fault.THEIRS;
import static org.regards.history.Fault.UNKNOWN;
import static org.regards.history.Tag.ABUSE;
import static org.regards.history.Tag.AUTO_REPLY;
import static org.regards.history.Tag.COMPLAINT;
import static org.regards.history.Tag.HARASSMENT;
import static org.regards.history.Tag.IMPEDING;
import static org.regards.history.Tag.PRAISE;
import static org.regards.history.Tag.QUESTION;
import static org.regards.history.Tag.THANKS;
import static org.regards.history.Tag.THREAT_LEGAL;
import static org.regards.history.Tag.THREAT_PHYSICAL;
import static org.regards.history.Tag.THREAT_RETALIATION;
import static org.regards.history.Tag.THREAT_VANDALISM;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.customer.CustomerStatus;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Role;

/** Every sign at its boundary, and what looks like one and is none. */
final class AdvisorTest {
  @Test
  void seesNothingInACleanHistory() {
    assertAdvice(orders(), Sign.NONE, "nothing");
    assertAdvice(orders().hears(3, "I am away.", AUTO_REPLY), Sign.NONE, "nothing");
  }

  // threats

  @ParameterizedTest
  @CsvSource({
    "THREAT_PHYSICAL, PHYSICAL_THREAT, MANAGER|COUNSEL",
    "THREAT_VANDALISM, VANDALISM_THREAT, MANAGER|COUNSEL",
    "THREAT_LEGAL, LEGAL_THREAT, COUNSEL",
    "THREAT_RETALIATION, RETALIATION_THREAT, MANAGER",
    "IMPEDING, IMPEDING, COUNSEL",
  })
  void holdsAfterAThreatUntilItsPeopleRelease(Tag tag, Sign sign, String roles) {
    Recommendation advice = History.advise(orders().hears(1, "You will see.", tag));
    assertThat(advice.sign()).isEqualTo(sign);
    assertThat(advice.move()).isEqualTo(Move.hold());
    assertThat(advice.approvers().stream().sorted().map(Role::name))
        .containsExactly(roles.split("\\|"));
    assertThat(advice.evidence())
        .anySatisfy(
            one -> {
              assertThat(one.record()).isEqualTo("interaction/I-1");
              assertThat(one.quote()).isEqualTo("You will see.");
              assertThat(one.day()).isEqualTo(LocalDate.of(2026, 11, 19));
            });
    assertThat(advice.guards().getFirst())
        .isEqualTo(
            "nothing goes by any channel, what is queued neither; only safety notices, answers to"
                + " data requests, refunds due, invoices, each with a named person's word");
    assertThat(advice.rejected())
        .extracting(Rejected::move)
        .contains(write(LetterKind.COOLING_OFF));
  }

  @Test
  void letsAThreatCountAsLongAsThePlanSays() {
    assertAdvice(orders().hears(180, "You will see.", THREAT_LEGAL), Sign.LEGAL_THREAT, "hold");
    assertAdvice(orders().hears(181, "You will see.", THREAT_LEGAL), Sign.UNANSWERED, "nothing");
  }

  @Test
  void putsTheGravestThreatFirst() {
    History all = orders();
    for (Tag tag : List.of(IMPEDING, THREAT_RETALIATION, THREAT_LEGAL, THREAT_PHYSICAL)) {
      all.hears(2, "You will see.", tag);
    }
    assertAdvice(all, Sign.PHYSICAL_THREAT, "hold");
    assertAdvice(
        orders().hears(2, "a", THREAT_RETALIATION).hears(1, "b", THREAT_LEGAL),
        Sign.LEGAL_THREAT,
        "hold");
  }

  @Test
  void setsSafetyBeforeEverything() {
    assertAdvice(
        everything().hears(1, "Your driver will be sorry.", THREAT_PHYSICAL),
        Sign.PHYSICAL_THREAT,
        "hold");
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, I will go to the ombudsman and post an honest review.",
    "en-GB, I shall write a review and ask trading standards for advice.",
    "de-DE, 'Ich schreibe eine ehrliche Bewertung und gehe zur Verbraucherzentrale.'",
    "fr-FR, Je vais saisir le médiateur et laisser un avis.",
    "es-ES, Pediré la hoja de reclamaciones y voy a dejar una reseña.",
  })
  void takesARightForNoThreat(String language, String text) {
    Recommendation advice = History.advise(ourFault().speaks(language).hears(1, text, COMPLAINT));
    assertThat(advice.move()).isEqualTo(write(LetterKind.COMPROMISE));
    assertThat(advice.proposals()).isEmpty();
    assertThat(advice.rejected())
        .anySatisfy(
            one -> {
              assertThat(one.move()).isEqualTo(Move.hold());
              assertThat(one.because()).endsWith("in I-1 is everybody's right, no threat");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, 'Pay, or MY  SOLICITOR will write.', THREAT_LEGAL",
    "en-GB, I will smash your windows., THREAT_VANDALISM",
    "de-DE, Dann verklage ich Sie!, THREAT_LEGAL",
    "fr-FR, 'Vous le regretterez.', THREAT_PHYSICAL",
    "es-ES, 'Hablaré con mi abogado.', THREAT_LEGAL",
  })
  void proposesAThreatAndLeavesTheWordToAPerson(String language, String text, Tag tag) {
    History history = ourFault().speaks(language).hears(1, text, COMPLAINT);
    Recommendation advice = History.advise(history);
    assertThat(advice.move()).isEqualTo(write(LetterKind.COMPROMISE));
    assertThat(advice.proposals()).extracting(Proposal::tag).containsExactly(tag);
    assertThat(advice.guards()).anyMatch(guard -> guard.contains("a person says whether it is"));
    assertThat(History.advise(history.judged(tag, false)).proposals()).isEmpty();
    Recommendation confirmed = History.advise(history.judged(tag, true));
    assertThat(confirmed.move()).isEqualTo(Move.hold());
    assertThat(confirmed.proposals()).isEmpty();
  }

  @Test
  void findsWordsOnlyWhereTheyAreWords() {
    assertThat(
            History.advise(
                    ourFault()
                        .hears(1, "The carers I met pursue your attorneys' suede.", COMPLAINT))
                .proposals())
        .isEmpty();
  }

  @Test
  void goesOnOnceThePauseAfterAThreatHasEnded() {
    UnaryOperator<History> threatened =
        history -> history.hears(60, "You will see.", THREAT_RETALIATION);
    assertAdvice(
        threatened.apply(orders()).sent(30, "cooling-off"), Sign.RETALIATION_THREAT, "nothing");
    assertAdvice(threatened.apply(orders()).sent(31, "cooling-off"), Sign.NONE, "nothing");
  }

  // harassment, abuse

  @Test
  void callsThreePostsInThirtyDaysHarassment() {
    assertAdvice(posts(orders(), 3, 30), Sign.HARASSMENT, "hold");
    assertThat(History.advise(posts(orders(), 2, 30)).sign()).isNotEqualTo(Sign.HARASSMENT);
    assertThat(History.advise(posts(orders(), 3, 31)).sign()).isNotEqualTo(Sign.HARASSMENT);
  }

  @Test
  void takesABadOpinionInPublicForNoHarassment() {
    History history = orders();
    IntStream.range(1, 9)
        .forEach(day -> history.hears(day, SOCIAL, "mk", "Worst box of the year.", COMPLAINT));
    assertThat(History.advise(history).move()).isEqualTo(Move.nothing());
  }

  @Test
  void pausesWhenAbuseRepeats() {
    Recommendation once = History.advise(orders().hears(3, PHONE, "mk", "Insults.", ABUSE));
    assertThat(once.move()).isEqualTo(Move.nothing());
    assertThat(once.guards()).contains("supervisor takes over from mk today; staff note");
    History twice =
        orders().hears(30, PHONE, "mk", "Insults.", ABUSE).hears(3, PHONE, "lb", "Insults.", ABUSE);
    Recommendation advice = History.advise(twice);
    assertThat(advice.sign()).isEqualTo(Sign.ABUSE_OF_STAFF);
    assertThat(advice.move()).isEqualTo(write(LetterKind.COOLING_OFF));
    assertThat(advice.approvers()).containsExactly(Role.MANAGER);
    assertThat(advice.guards()).contains("supervisor takes over from mk, lb today; staff note");
    assertThat(
            History.advise(
                    orders()
                        .hears(31, PHONE, "mk", "Insults.", ABUSE)
                        .hears(3, PHONE, "lb", "Insults.", ABUSE))
                .move())
        .isEqualTo(Move.nothing());
  }

  @Test
  void pausesNothingBeforeWhatWaitsTooLongIsAnswered() {
    UnaryOperator<History> abused =
        history ->
            history
                .hears(4, PHONE, "mk", "Insults.", ABUSE)
                .hears(3, PHONE, "mk", "Insults.", ABUSE);
    assertAdvice(
        abused.apply(ourFault().hears(14, "Where is it?", COMPLAINT)),
        Sign.ABUSE_OF_STAFF,
        "cooling-off");
    Recommendation overdue =
        History.advise(abused.apply(ourFault().hears(15, "Where is it?", COMPLAINT)));
    assertThat(overdue.sign()).isEqualTo(Sign.UNANSWERED);
    assertThat(overdue.move()).isEqualTo(write(LetterKind.COMPROMISE));
    assertThat(overdue.rejected())
        .contains(
            new Rejected(
                write(LetterKind.COOLING_OFF),
                "no pause: I-1 has waited for an answer since 2026-11-05, and that comes first"));
    assertAdvice(
        abused.apply(
            ourFault().hears(15, "Where is it?", COMPLAINT).hears(1, "Soon.", THREAT_PHYSICAL)),
        Sign.PHYSICAL_THREAT,
        "hold");
  }

  // patterns

  @Test
  void callsFourComplaintsAPatternAndThreeNone() {
    assertThat(History.advise(complaints(3)).sign()).isNotEqualTo(Sign.PATTERN);
    assertAdvice(complaints(4), Sign.PATTERN, "invite");
  }

  @Test
  void countsOnlyTheMonthsOfThePlan() {
    History history = complaints(3);
    assertAdvice(
        history.copy().asks(365, "Long ago", "GBP 5.00", "R-1", NOBODY, REJECTED),
        Sign.PATTERN,
        "invite");
    assertThat(
            History.advise(
                    complaints(3).asks(366, "Longer ago", "GBP 5.00", "R-1", NOBODY, REJECTED))
                .sign())
        .isNotEqualTo(Sign.PATTERN);
  }

  @Test
  void countsSeveralMessagesAboutOneThingOnce() {
    History history = orders().asks(60, "Box missing", "GBP 30.00", "R-2", OURS, OPEN);
    IntStream.range(0, 6).forEach(each -> history.hears(60 - 9 * each, "Mail " + each, COMPLAINT));
    assertThat(History.advise(history).sign()).isEqualTo(Sign.UNANSWERED);
  }

  @Test
  void countsComplaintsWithoutACase() {
    History history = orders();
    IntStream.range(0, 4)
        .forEach(
            each ->
                history
                    .hears(100 - 20 * each, PHONE, "mk", "About matter " + each, COMPLAINT)
                    .says(99 - 20 * each, "Answered."));
    assertAdvice(history, Sign.PATTERN, "invite");
  }

  @Test
  void asksForBreadthBesideNumber() {
    History same = orders();
    IntStream.range(0, 5)
        .forEach(
            each -> same.asks(200 - 30 * each, "Too small", "GBP 5.00", "R-1", NOBODY, REJECTED));
    assertThat(History.advise(same).sign()).isNotEqualTo(Sign.PATTERN);
    History twoPeople = same.copy();
    twoPeople.hears(200, PHONE, "mk", "x", COMPLAINT).hears(80, PHONE, "lb", "y", COMPLAINT);
    assertAdvice(twoPeople.says(1, "Answered."), Sign.PATTERN, "invite");
  }

  @Test
  void climbsTheLadderStepByStep() {
    History history = complaints(5);
    List<String> ladder = List.of("invite", "reassign", "referral", "farewell");
    for (String step : ladder) {
      Recommendation advice = History.advise(history);
      assertThat(advice.sign()).isEqualTo(Sign.PATTERN);
      assertThat(advice.move().word()).isEqualTo(step);
      assertThat(advice.rejected().stream().map(one -> one.move().word()).filter(ladder::contains))
          .containsExactlyInAnyOrderElementsOf(
              ladder.stream().filter(other -> !other.equals(step)).toList());
      history.sent(5, step);
    }
  }

  @Test
  void endsNothingWhereTheFaultIsOurs() {
    assertAdvice(upheld(2, 2), Sign.PATTERN, "invite");
    Recommendation ours = History.advise(upheld(3, 1));
    assertThat(ours.sign()).isEqualTo(Sign.PATTERN_OF_OURS);
    assertThat(ours.move()).isEqualTo(write(LetterKind.INVITE));
    assertThat(ours.rejected())
        .contains(new Rejected(write(LetterKind.FAREWELL), "the fault is ours"));
    Recommendation pending =
        History.advise(upheld(3, 0).asks(3, "Late", "GBP 30.00", "R-2", OURS, OPEN));
    assertThat(pending.sign()).isEqualTo(Sign.PATTERN_OF_OURS);
    assertThat(pending.move()).isEqualTo(write(LetterKind.COMPROMISE));
    assertThat(pending.guards())
        .contains(
            "farewell blocked: 3 of 4 complaints were upheld; raise the root cause with its owner");
  }

  @Test
  void takesFavoursForNoFaultOfOurs() {
    History favours = orders();
    IntStream.range(0, 4)
        .forEach(
            each ->
                favours.asks(200 - 30 * each, "Matter " + each, "GBP 5.00", "R-1", NOBODY, UPHELD));
    assertAdvice(favours, Sign.PATTERN, "invite");
  }

  // leaving, lost, unprofitable

  @Test
  void letsGoWhoWantsToGo() {
    Recommendation advice =
        History.advise(
            orders("GBP 400.00").asks(5, "Wants out", "GBP 280.00", "R-3", NOBODY, OPEN));
    assertThat(advice.sign()).isEqualTo(Sign.WANTS_TO_LEAVE);
    assertThat(advice.move()).isEqualTo(write(LetterKind.FAREWELL));
    assertThat(advice.guards())
        .contains(
            "release from the contract, as the customer wishes",
            "refund GBP 280.00, figures exact",
            "14 days of notice (R-3 v1)");
    assertThat(advice.approvers()).containsExactlyInAnyOrder(Role.MANAGER, Role.COUNSEL);
  }

  @Test
  void givesAFinalAnswerAfterThreeRefusedOffers() {
    assertThat(History.advise(refused(2)).sign()).isNotEqualTo(Sign.CANNOT_BE_WON);
    Recommendation advice = History.advise(refused(3));
    assertThat(advice.sign()).isEqualTo(Sign.CANNOT_BE_WON);
    assertThat(advice.move()).isEqualTo(write(LetterKind.EXPLANATION));
    assertThat(advice.approvers()).contains(Role.SUPERVISOR);
    assertAdvice(refused(3).sent(1, "explanation"), Sign.CANNOT_BE_WON, "nothing");
  }

  @Test
  void countsCostsAgainstWhatACustomerBrings() {
    assertAdvice(costly(120), Sign.UNPROFITABLE, "farewell");
    assertAdvice(costly(119), Sign.NONE, "nothing");
    assertAdvice(costly(120).orders(10, "GBP 500.00"), Sign.NONE, "nothing");
    assertAdvice(costly(120).orders(10, "EUR 1.00"), Sign.NONE, "nothing");
    Recommendation pending =
        History.advise(costly(300).asks(2, "Late", "GBP 20.00", "R-2", OURS, OPEN));
    assertThat(pending.move()).isEqualTo(write(LetterKind.COMPROMISE));
    assertThat(pending.rejected())
        .anyMatch(
            one ->
                one.move().equals(write(LetterKind.FAREWELL))
                    && one.because().contains("something waits for an answer"));
  }

  @Test
  void blamesNobodyForMoneyBackThatWasOurFault() {
    assertAdvice(
        orders("GBP 200.00")
            .asks(40, "Spoilt", "GBP 200.00", "R-1", OURS, UPHELD)
            .refunds(38, "GBP 200.00")
            .talks(20, 60)
            .talks(19, 60)
            .orders(10, "GBP 200.00"),
        Sign.NONE,
        "nothing");
  }

  // one case

  @Test
  void callsMoreThanOneAndAHalfTimesTheOrderDisproportionate() {
    assertAdvice(single(0, "GBP 45.00", "R-1", OURS), Sign.ABOVE_POLICY, "compromise");
    Recommendation advice = History.advise(single(0, "GBP 45.01", "R-1", OURS));
    assertThat(advice.sign()).isEqualTo(Sign.DISPROPORTIONATE);
    assertThat(advice.move()).isEqualTo(write(LetterKind.COMPROMISE));
    assertThat(advice.most()).isEqualTo(Money.parse("GBP 30.00"));
    assertThat(advice.evidence())
        .extracting(Evidence::record)
        .contains("order/O-1", "case/K-1", "policy/R-1 v1");
    assertAdvice(single(0, "GBP 90.00", "R-1", THEIRS), Sign.DISPROPORTIONATE, "explanation");
  }

  @Test
  void seesAsksThatRise() {
    UnaryOperator<History> twice =
        history ->
            history
                .asks(90, "A", "GBP 5.00", "R-2", OURS, UPHELD)
                .asks(60, "A", "GBP 9.00", "R-2", OURS, UPHELD);
    Recommendation rising =
        History.advise(twice.apply(orders()).asks(2, "A", "GBP 12.00", "R-2", OURS, OPEN));
    assertThat(rising.sign()).isEqualTo(Sign.DISPROPORTIONATE);
    assertThat(rising.guards()).contains("asks rise: GBP 5.00, GBP 9.00, GBP 12.00");
    assertThat(
            History.advise(twice.apply(orders()).asks(2, "A", "GBP 9.00", "R-2", OURS, OPEN))
                .sign())
        .isEqualTo(Sign.ABOVE_POLICY);
  }

  @Test
  void grantsNoMoreExceptionsThanThePlanAllows() {
    assertThat(History.advise(exceptions(1)).move()).isEqualTo(write(LetterKind.COMPROMISE));
    Recommendation third = History.advise(exceptions(2));
    assertThat(third.sign()).isEqualTo(Sign.DISPROPORTIONATE);
    assertThat(third.move()).isEqualTo(write(LetterKind.EXPLANATION));
    assertThat(third.rejected())
        .contains(
            new Rejected(
                write(LetterKind.COMPROMISE),
                "one more exception would be the third within 12 months"));
    assertThat(History.advise(exceptions(2, OURS)).move()).isEqualTo(write(LetterKind.COMPROMISE));
  }

  @Test
  void teachesWhoCouldNotHaveKnown() {
    assertAdvice(single(10, "GBP 30.00", "R-1", NOBODY), Sign.HONEST_MISUNDERSTANDING, "educate");
    assertAdvice(single(11, "GBP 30.00", "R-1", NOBODY), Sign.OUTSIDE_POLICY, "explanation");
    assertAdvice(single(10, "GBP 30.00", "R-1", THEIRS), Sign.HONEST_MISUNDERSTANDING, "educate");
    assertAdvice(
        new History().orders(2, "EUR 36.00").asks(0, "Bad", "EUR 35.01", "R-1", NOBODY, OPEN),
        Sign.WITHIN_POLICY,
        "educate");
    History second =
        orders()
            .asks(300, "Bad figs", "GBP 30.00", "R-1", NOBODY, REJECTED)
            .orders(8, "GBP 30.00")
            .asks(0, "Bad figs", "GBP 30.00", "R-1", NOBODY, OPEN);
    assertAdvice(second, Sign.OUTSIDE_POLICY, "explanation");
  }

  @Test
  void offersWhatThePolicyGivesAndNoMore() {
    Recommendation advice = History.advise(single(2, "GBP 30.00", "R-2", OURS));
    assertThat(advice.sign()).isEqualTo(Sign.ABOVE_POLICY);
    assertThat(advice.most()).isEqualTo(Money.parse("GBP 7.50"));
    assertThat(advice.guards()).contains("at most GBP 7.50 (R-2 v1: credit of 25 % of GBP 30.00)");
    assertThat(History.advise(single(2, "GBP 5.00", "R-2", OURS)).most())
        .isEqualTo(Money.parse("GBP 5.00"));
    assertAdvice(single(2, "GBP 30.00", "R-2", NOBODY), Sign.ABOVE_POLICY, "compromise");
    assertAdvice(single(2, "GBP 30.00", "R-2", THEIRS), Sign.ABOVE_POLICY, "explanation");
    assertAdvice(single(2, "GBP 30.00", "", NOBODY), Sign.OUTSIDE_POLICY, "explanation");
  }

  @Test
  void keepsQuietAboutWhatItCannotCompare() {
    Recommendation advice = History.advise(single(2, "EUR 300.00", "R-1", OURS));
    assertThat(advice.sign()).isEqualTo(Sign.WITHIN_POLICY);
    assertThat(advice.guards())
        .contains("asked in EUR 300.00, ordered in GBP 30.00: a person compares the two");
    assertThat(
            History.advise(new History().asks(2, "No order", "GBP 5.00", "R-1", OURS, OPEN)).move())
        .isEqualTo(write(LetterKind.COMPROMISE));
  }

  @Test
  void asksForALookWhereNobodyKnowsWhoseFaultItIs() {
    assertThat(History.advise(single(2, "GBP 30.00", "R-1", UNKNOWN)).guards())
        .contains("nobody has said whose fault it is: look into it first, the letter waits for it");
  }

  @Test
  void waitsForTheAnswerToAnOffer() {
    History offered = orders().asks(9, "Late", "GBP 30.00", "R-2", OURS, OFFERED);
    assertAdvice(offered.copy().says(8, "We offer 7.50."), Sign.OFFER_STANDS, "nothing");
    assertThat(
            History.advise(offered.says(8, "We offer 7.50.").hears(1, "Too little.", COMPLAINT))
                .move())
        .isEqualTo(write(LetterKind.COMPROMISE));
  }

  @Test
  void answersTheCaseOfOurFaultFirst() {
    assertThat(
            History.advise(
                    orders()
                        .asks(20, "Late", "GBP 5.00", "R-2", OURS, OPEN)
                        .asks(2, "Colour", "GBP 5.00", "R-1", NOBODY, OPEN))
                .caseId()
                .value())
        .isEqualTo("K-1");
  }

  @Test
  void asksForUnderstandingOnlyAfterYears() {
    History refusal = single(20, "GBP 30.00", "R-1", NOBODY);
    assertThat(History.advise(refusal.since(History.TODAY.minusMonths(24))).guards())
        .anyMatch(guard -> guard.startsWith("may ask for understanding of our side"));
    assertThat(History.advise(refusal.since(History.TODAY.minusMonths(24).plusDays(1))).guards())
        .noneMatch(guard -> guard.contains("understanding"));
  }

  @Test
  void readsACryForHelpBeforeAnythingGoes() {
    Recommendation advice =
        History.advise(ourFault().hears(2, "My mother is in hospital.", COMPLAINT));
    assertThat(advice.guards())
        .contains(
            "I-1 may speak of hardship (\"in hospital\"): a person reads it before anything goes");
    assertThat(advice.proposals()).extracting(Proposal::tag).containsExactly((Tag) null);
  }

  // goodwill and ends

  @Test
  void thanksForKindWordsOnceAndInTime() {
    assertAdvice(orders().hears(60, "Lovely!", PRAISE), Sign.KINDNESS, "thank-you");
    assertAdvice(orders().hears(61, "Lovely!", PRAISE), Sign.NONE, "nothing");
    assertAdvice(orders().hears(20, "Lovely!", THANKS).sent(10, "thank-you"), Sign.NONE, "nothing");
    assertAdvice(
        orders()
            .asks(40, "Spoilt", "GBP 30.00", "R-1", OURS, UPHELD)
            .hears(20, "Thank you for the quick help.", THANKS),
        Sign.RECOVERY,
        "thank-you");
  }

  @Test
  void answersBeforeItThanks() {
    assertAdvice(
        orders().hears(20, "Lovely!", PRAISE).hears(2, "When do plums begin?", QUESTION),
        Sign.TO_ANSWER,
        "nothing");
  }

  @Test
  void sendsACardAfterAGoodEndOnly() {
    UnaryOperator<History> ended = history -> history.is(CustomerStatus.ENDED);
    assertAdvice(ended.apply(orders("GBP 30.00", 90)), Sign.GOOD_END, "farewell-card");
    assertAdvice(ended.apply(orders("GBP 30.00", 91)), Sign.GOOD_END, "nothing");
    assertAdvice(
        ended.apply(orders("GBP 30.00", 20)).sent(5, "farewell-card"), Sign.GOOD_END, "nothing");
    assertAdvice(
        ended.apply(orders("GBP 30.00", 20)).hears(400, "I will smash it.", THREAT_VANDALISM),
        Sign.ENDED_AFTER_THREAT,
        "nothing");
  }

  @Test
  void holdsAgainstAThreatThatComesAfterTheEnd() {
    assertAdvice(
        orders()
            .is(CustomerStatus.ENDED)
            .says(40, "It ends.")
            .hears(1, "You will see.", THREAT_PHYSICAL),
        Sign.PHYSICAL_THREAT,
        "hold");
  }

  @Test
  void leavesAloneWhoAskedForIt() {
    assertAdvice(
        orders().is(CustomerStatus.DO_NOT_CONTACT).hears(3, "Lovely!", PRAISE),
        Sign.DO_NOT_CONTACT,
        "nothing");
  }

  // the same for the same

  @Test
  void doesNotDependOnTheOrderOfRecords() {
    Recommendation advice = History.advise(everything());
    for (long seed = 0; seed < 50; seed++) {
      assertThat(History.advise(everything().shuffled(seed))).isEqualTo(advice);
    }
  }

  @Test
  void readsALongHistoryInTime() {
    History history = ourFault();
    IntStream.range(0, 50_000)
        .forEach(each -> history.hears(1 + each % 900, "Message " + each, COMPLAINT));
    assertThat(History.advise(history).move()).isNotNull();
  }

  private static void assertAdvice(History history, Sign sign, String move) {
    Recommendation advice = History.advise(history);
    assertThat(advice.move().word()).as(String.valueOf(advice)).isEqualTo(move);
    assertThat(advice.sign()).isEqualTo(sign);
  }

  private static Move write(LetterKind kind) {
    return Move.write(kind);
  }

  private static History orders() {
    return orders("GBP 30.00");
  }

  private static History orders(String amount) {
    return orders(amount, 300);
  }

  private static History orders(String amount, int daysAgo) {
    return new History().orders(daysAgo, amount);
  }

  private static History ourFault() {
    return new History().orders(20, "GBP 30.00").asks(16, "Late", "GBP 30.00", "R-2", OURS, OPEN);
  }

  private static History single(int daysAfterOrder, String ask, String policy, Fault fault) {
    return new History()
        .orders(daysAfterOrder, "GBP 30.00")
        .asks(0, "Matter", ask, policy, fault, OPEN);
  }

  private static History exceptions(int before) {
    return exceptions(before, NOBODY);
  }

  private static History exceptions(int before, Fault fault) {
    History history = orders();
    IntStream.range(0, before)
        .forEach(
            each -> history.asks(200 - 30 * each, "Favour", "GBP 5.00", "R-2", NOBODY, UPHELD));
    return history.orders(4, "GBP 30.00").asks(1, "Favour", "GBP 30.00", "R-2", fault, OPEN);
  }

  private static History complaints(int count) {
    History history = orders();
    IntStream.range(0, count)
        .forEach(
            each ->
                history.asks(
                    300 - 30 * each, "Matter " + each, "GBP 5.00", "R-1", NOBODY, REJECTED));
    return history;
  }

  private static History upheld(int right, int wrong) {
    History history = orders();
    for (int each = 0; each < right + wrong; each++) {
      CaseState state = each < right ? UPHELD : REJECTED;
      history.asks(
          300 - 30 * each,
          "Matter " + each,
          "GBP 5.00",
          "R-1",
          each < right ? OURS : NOBODY,
          state);
    }
    return history;
  }

  private static History refused(int offers) {
    History history =
        new History()
            .orders(60, "GBP 30.00")
            .asks(50, "Pear", "GBP 40.00", "R-1", OURS, REFUSED)
            .hears(50, "I want 40.", COMPLAINT);
    for (int each = 0; each < offers; each++) {
      history.says(40 - 10 * each, "We offer 10.").hears(38 - 10 * each, "No.", COMPLAINT);
    }
    return history;
  }

  private static History posts(History history, int posts, int oldest) {
    for (int each = 0; each < posts; each++) {
      history.hears(oldest - each, SOCIAL, "mk", "All who buy there are fools.", HARASSMENT);
    }
    return history;
  }

  private static History costly(int minutes) {
    return orders("GBP 40.00").refunds(290, "GBP 40.00").talks(100, minutes - 50).talks(90, 50);
  }

  /** A bit of everything, so that precedence decides. */
  private static History everything() {
    return upheld(1, 4)
        .hears(200, PHONE, "lb", "x", COMPLAINT)
        .hears(25, "Lovely!", PRAISE)
        .hears(20, PHONE, "mk", "Insults.", ABUSE)
        .hears(18, PHONE, "mk", "Insults.", ABUSE)
        .talks(30, 400)
        .orders(12, "GBP 30.00")
        .asks(9, "Late", "GBP 300.00", "R-2", OURS, OPEN)
        .says(1, "We look into it.");
  }
}
