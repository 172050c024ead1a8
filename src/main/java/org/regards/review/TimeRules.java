package org.regards.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.history.Tag;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;

/** What happened around the letter: DUP-1, HEAT-1. Safe for all threads. */
final class TimeRules implements Check {
  private static final Duration HEAT = Duration.ofHours(24);

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    checkRepeated(letter, findings);
    checkOvertaken(letter, findings);
    checkHeat(letter, findings);
  }

  private static void checkRepeated(ReviewedLetter letter, Consumer<Finding> findings) {
    LetterId own = letter.surroundings().letter();
    Instant from = letter.dossier().asOf().minus(Duration.ofDays(daysBetween(letter.type())));
    List<PastLetter> before =
        letter.dossier().letters().stream()
            .filter(past -> past.type().equals(letter.type().word()))
            .filter(past -> own == null || !past.letter().equals(own.toString()))
            .filter(past -> !past.at().isBefore(from))
            .filter(TimeRules::isGoing)
            .toList();
    before.stream()
        .filter(past -> !past.sandboxed())
        .reduce((earlier, later) -> later)
        .or(() -> before.stream().reduce((earlier, later) -> later))
        .ifPresent(past -> findings.accept(repeated(letter, past)));
  }

  /** Only what may have reached somebody must not be sent twice. */
  private static Finding repeated(ReviewedLetter letter, PastLetter past) {
    String sentence =
        "%s, of the type %s and to the same person, is of %s"
            .formatted(past.letter(), past.type(), LocalDate.ofInstant(past.at(), ZoneOffset.UTC));
    String wait =
        "wait %d days, or write what is new in another kind of letter"
            .formatted(daysBetween(letter.type()));
    if (past.sandboxed()) {
      return new Finding(
          Rule.DUP_1,
          Severity.WARNING,
          Place.LETTER,
          sentence + " and lies in the sandbox.",
          new Suggestion.Advice("make sure that nobody has sent its file by hand"));
    }
    boolean left = past.state().equals(LetterState.DONE.word());
    return letter.finding(
        Rule.DUP_1,
        Place.LETTER,
        sentence + (left ? "." : " and has not left yet."),
        new Suggestion.Advice(
            left
                ? wait
                : "%s; or if this one is to go instead: regards decline %s --because …"
                    .formatted(wait, past.letter())));
  }

  /** It has left, or is about to. */
  private static boolean isGoing(PastLetter past) {
    return LetterState.of(past.state())
        .filter(
            state ->
                switch (state) {
                  case APPROVED, QUEUED, DONE -> true;
                  case DRAFT, IN_REVIEW, CANCELLED -> false;
                })
        .isPresent();
  }

  /** Two answers in one matter may have to follow each other; two kindnesses need not. */
  private static int daysBetween(LetterType type) {
    return switch (type) {
      case EXPLANATION, EDUCATE, COMPROMISE -> 7;
      case COOLING_OFF, FAREWELL, FAREWELL_CARD, THANK_YOU, INVITE, REASSIGN, REFERRAL -> 30;
    };
  }

  private static void checkOvertaken(ReviewedLetter letter, Consumer<Finding> findings) {
    Optional<Interaction> newer =
        letter
            .dossier()
            .fromCustomer()
            .filter(contact -> contact.knownAt().isAfter(letter.surroundings().writtenAt()))
            .findFirst();
    newer.ifPresent(
        contact ->
            letter.report(
                findings,
                Rule.DUP_1,
                Place.LETTER,
                "The customer has turned to us since this letter was written: %s, by %s on %s."
                    .formatted(
                        contact.id(),
                        contact.channel().word(),
                        LocalDate.ofInstant(contact.at(), ZoneOffset.UTC)),
                "read it, and answer it in this letter"));
  }

  private static void checkHeat(ReviewedLetter letter, Consumer<Finding> findings) {
    StaffId signatory = letter.letter().head().signatory().staff();
    StaffId author = letter.surroundings().author();
    Dossier dossier = letter.dossier();
    target(dossier, signatory)
        .or(() -> Optional.ofNullable(author).flatMap(staff -> target(dossier, staff)))
        .ifPresent(
            contact ->
                letter.report(
                    findings,
                    Rule.HEAT_1,
                    Place.LETTER,
                    "%s was the target of %s less than 24 hours ago (%s)."
                        .formatted(
                            signatory.equals(contact.staff())
                                ? letter.letter().head().signatory().name()
                                : "The author",
                            contact.tags().stream()
                                .filter(Tag::isConduct)
                                .map(Tag::word)
                                .findFirst()
                                .orElseThrow(),
                            contact.id()),
                    "another person writes this one, or the same one tomorrow"));
  }

  /** The last conduct of the customer's, less than a day ago, that somebody was the target of. */
  static Optional<Interaction> target(Dossier dossier, StaffId staff) {
    Instant from = dossier.asOf().minus(HEAT);
    return dossier
        .incidents()
        .filter(contact -> contact.at().isAfter(from))
        .filter(contact -> staff.equals(contact.staff()))
        .findFirst();
  }
}
