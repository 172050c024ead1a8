package org.regards.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.regards.history.Interaction;
import org.regards.letter.PartName;
import org.regards.playbook.Policy;
import org.regards.review.ReviewedLetter.Stated;

/** What a letter or card at the end must say, and must not: FARE-1 to FARE-4. */
final class FarewellRules implements Check {
  private static final int MONTHS_REMEMBERED = 12;

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    switch (letter.type()) {
      case FAREWELL -> {
        checkNotice(letter, findings);
        for (PartName part : List.of(PartName.SETTLEMENT, PartName.RECORDS)) {
          if (!letter.says(part)) {
            letter.report(
                findings,
                Rule.FARE_1,
                Place.of(part),
                "The letter leaves open what becomes of %s."
                    .formatted(part == PartName.RECORDS ? "the records" : "orders and money"),
                "what we finish, pay back and keep, and until when");
          }
        }
        checkWarmth(letter, PartName.THANKS, findings);
        checkDoor(letter, findings);
        if (!letter.says(PartName.ELSEWHERE)) {
          letter.report(
              findings,
              Rule.FARE_4,
              Place.of(PartName.ELSEWHERE),
              "The letter names nobody who may serve the customer better.",
              "a name, and how to reach it");
        }
      }
      case FAREWELL_CARD -> {
        checkWarmth(letter, PartName.GRATITUDE, findings);
        checkDoor(letter, findings);
      }
      case EXPLANATION,
          EDUCATE,
          COMPROMISE,
          COOLING_OFF,
          THANK_YOU,
          INVITE,
          REASSIGN,
          REFERRAL -> {}
    }
  }

  private static void checkNotice(ReviewedLetter letter, Consumer<Finding> findings) {
    Optional<Stated> effective =
        letter.stated(PartName.EFFECTIVE_DATE, PartName.DECISION).stream()
            .filter(stated -> stated.day().isPresent())
            .max(Comparator.comparing(stated -> stated.day().orElseThrow()));
    if (effective.isEmpty()) {
      boolean written =
          letter.part(PartName.EFFECTIVE_DATE).stream()
              .anyMatch(read -> CalendarWords.hasDay(read.text()));
      if (!written) {
        letter.report(
            findings,
            Rule.FARE_1,
            Place.of(PartName.EFFECTIVE_DATE),
            "The letter does not say from which day on.",
            "the day, after the notice");
      }
      return;
    }
    int notice =
        letter
            .playbook()
            .onEnding(letter.today())
            .flatMap(policy -> Optional.ofNullable(policy.windowDays()))
            .orElse(letter.plan().duties().noticeDays());
    LocalDate earliest = letter.letter().head().date().plusDays(notice);
    if (effective.get().day().orElseThrow().isBefore(earliest)) {
      letter.report(
          findings,
          Rule.FARE_1,
          effective.get().place(),
          "The end comes before the notice of %d days%s is over."
              .formatted(
                  notice,
                  letter
                      .playbook()
                      .onEnding(letter.today())
                      .map(Policy::clause)
                      .filter(clause -> !clause.isBlank())
                      .map(" (%s)"::formatted)
                      .orElse("")),
          "%s or later".formatted(earliest));
    }
  }

  private static void checkWarmth(
      ReviewedLetter letter, PartName thanks, Consumer<Finding> findings) {
    for (PartName part : List.of(thanks, PartName.WISHES)) {
      if (!letter.says(part)) {
        letter.report(
            findings,
            Rule.FARE_2,
            Place.of(part),
            part == PartName.WISHES
                ? "The letter wishes the customer nothing."
                : "The letter thanks the customer for nothing.",
            "one plain sentence");
      }
    }
  }

  private static void checkDoor(ReviewedLetter letter, Consumer<Finding> findings) {
    Optional<Interaction> incident = incident(letter);
    if (letter.has(PartName.DOOR_OPEN) && incident.isPresent()) {
      letter.report(
          findings,
          Rule.FARE_3,
          Place.of(PartName.DOOR_OPEN),
          "The letter invites somebody back whose conduct was marked (%s)."
              .formatted(incident.get().id()),
          "the good wishes alone");
    }
  }

  /** The latest conduct that a person marked, of the last twelve months. */
  static Optional<Interaction> incident(ReviewedLetter letter) {
    LocalDate from = letter.today().minusMonths(MONTHS_REMEMBERED);
    return letter
        .dossier()
        .incidents()
        .filter(contact -> !LocalDate.ofInstant(contact.at(), ZoneOffset.UTC).isBefore(from))
        .findFirst();
  }
}
