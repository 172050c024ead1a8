package org.regards.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Stated;

/** What a letter that pauses our correspondence must say: COOL-1, COOL-4. Safe for all threads. */
final class PauseRules implements Check {
  private static final int LONGEST_WITHOUT_REVIEW = 12;

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    if (letter.type() != LetterType.COOLING_OFF) {
      return;
    }
    for (PartName part : LetterType.COOLING_OFF.requiredParts()) {
      if (!letter.says(part)) {
        letter.report(
            findings,
            Rule.COOL_1,
            Place.of(part),
            "The letter does not have its part %s.".formatted(part.word()),
            "compose it anew, or write the part");
      }
    }
    checkLength(letter, findings);
  }

  private static void checkLength(ReviewedLetter letter, Consumer<Finding> findings) {
    Optional<Stated> until = latest(letter, PartName.PAUSE);
    if (until.isEmpty()) {
      if (letter.says(PartName.PAUSE)
          && letter.part(PartName.PAUSE).stream()
              .noneMatch(read -> CalendarWords.hasDay(read.text()))) {
        letter.report(
            findings,
            Rule.COOL_1,
            Place.of(PartName.PAUSE),
            "The letter does not say until when.",
            "the last day of the pause");
      }
      return;
    }
    LocalDate from = letter.letter().head().date();
    LocalDate end = until.get().day().orElseThrow();
    long days = ChronoUnit.DAYS.between(from, end);
    int longest = letter.plan().pauses().longest();
    if (days > longest) {
      letter.report(
          findings,
          Rule.COOL_4,
          until.get().place(),
          "The pause is of %d days; the longest that the playbook allows is %d."
              .formatted(days, longest),
          "until %s at the latest".formatted(from.plusDays(longest)));
    }
    Optional<LocalDate> review = latest(letter, PartName.REVIEW).flatMap(Stated::day);
    if (review.filter(day -> !day.isAfter(from.plusMonths(LONGEST_WITHOUT_REVIEW))).isEmpty()
        && end.isAfter(from.plusMonths(LONGEST_WITHOUT_REVIEW))) {
      letter.report(
          findings,
          Rule.COOL_4,
          until.get().place(),
          "The pause is longer than twelve months and nobody looks at it in between.",
          "a day within twelve months on which it is reviewed");
    }
    if (review.filter(day -> day.isAfter(end)).isPresent()) {
      letter.report(
          findings,
          Rule.COOL_4,
          Place.of(PartName.REVIEW),
          "The pause is looked at again only after it has ended.",
          "a day before %s".formatted(end));
    }
  }

  private static Optional<Stated> latest(ReviewedLetter letter, PartName part) {
    return letter.stated(part).stream()
        .filter(stated -> stated.day().isPresent())
        .max(Comparator.comparing(stated -> stated.day().orElseThrow()));
  }
}
