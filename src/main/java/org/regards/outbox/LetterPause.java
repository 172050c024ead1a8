package org.regards.outbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.regards.hold.AnnouncedPause;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.store.RecordKind;

/** Reads from a letter the pause that it announces. */
final class LetterPause {
  private static final int REVIEW_DAYS = 7;

  private LetterPause() {}

  /** Empty for all letters but those that pause our correspondence until a day. */
  static Optional<AnnouncedPause> of(LetterId id, Letter letter) {
    LetterHead head = letter.head();
    if (head.type() != LetterType.COOLING_OFF) {
      return Optional.empty();
    }
    return day(letter, "until")
        .map(
            until ->
                new AnnouncedPause(
                    id.number(),
                    head.recipient().customer(),
                    until,
                    day(letter, "review").orElse(until.minusDays(REVIEW_DAYS)),
                    head.signatory().staff()));
  }

  /** The day that the letter gives under a name, as the author gave it or the plan has it. */
  private static Optional<LocalDate> day(Letter letter, String input) {
    return letter.facts().stream()
        .filter(
            fact ->
                fact.source().record().kind() == RecordKind.INPUT
                    && fact.source().record().key().equals(input))
        .findFirst()
        .flatMap(fact -> day(fact.value()));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
