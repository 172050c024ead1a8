package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import org.regards.letter.LetterType;
import org.regards.mail.ReplyMeaning;

/** When a letter is tried again that a server did not take, and when no more. */
@FunctionalInterface
interface RetryPlan {
  /** No letter is put off for longer than so. */
  Duration FARTHEST = Duration.ofDays(5);

  Next after(Failure failure);

  /**
   * A try that failed.
   *
   * @param firstTriedAt when a server did not take it for the first time
   * @param tries how often a server has not taken it, with this one
   */
  record Failure(
      LetterType type, Instant firstTriedAt, int tries, ReplyMeaning meaning, Instant now) {}

  sealed interface Next {
    record Again(Instant at) implements Next {}

    /**
     * No more.
     *
     * @param words why, as a whole sentence
     */
    record GivenUp(String words) implements Next {}
  }

  static RetryPlan everyHour() {
    Duration patience = Duration.ofDays(5);
    return failure ->
        failure.now().isBefore(failure.firstTriedAt().plus(patience))
            ? new Next.Again(failure.now().plus(Duration.ofHours(1)))
            : new Next.GivenUp("No server took it for five days.");
  }
}
