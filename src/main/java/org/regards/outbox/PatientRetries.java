package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.regards.letter.LetterType;
import org.regards.mail.ReplyMeaning;

/**
 * When a letter that was not taken is tried again, and when no more. RFC 5321 4.5.4.1 and RFC 1123
 * 5.3.1.1 want tries at least 30 minutes apart, two of them in the first hour, then one every two
 * or three hours, for four or five days.
 *
 * <p>The clock is not trusted: a next try is always counted from now, and no letter is given up
 * that was not tried a few times, however long ago the clock says the first try was. So neither a
 * clock that jumps ahead nor a week in which the program did not run gives letters up.
 */
final class RetryPlan {
  /** Two tries are never closer together. */
  static final Duration SHORTEST = Duration.ofMinutes(30);

  /** A next try that lies farther ahead than this was set by a clock that was wrong. */
  static final Duration FARTHEST = Duration.ofDays(5);

  private static final Duration USUAL_LIMIT = Duration.ofDays(5);

  /** A pause that begins a week late explains nothing: by then it goes on paper. */
  private static final Duration LIMIT_OF_PAUSE = Duration.ofHours(24);

  private static final int FEWEST_TRIES = 3;

  private static final List<Duration> USUAL =
      List.of(SHORTEST, Duration.ofHours(2), Duration.ofHours(3));

  /** Nobody clears a mailbox within the hour. */
  private static final List<Duration> FULL =
      List.of(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(12));

  private static final List<Duration> SLOWER =
      List.of(SHORTEST, Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));

  private RetryPlan() {}

  /**
   * What follows a try that failed for now.
   *
   * @param attempt the number of the try that failed, from 1
   * @param meaning of what the server answered; {@link ReplyMeaning#LATER} when it did not answer
   */
  static Next after(
      LetterType type, Instant firstTriedAt, int attempt, ReplyMeaning meaning, Instant now) {
    Duration limit = limit(type);
    Duration tried = Duration.between(firstTriedAt, now);
    Duration left = limit.minus(tried.isNegative() ? Duration.ZERO : tried);
    if (!left.isPositive() && attempt >= FEWEST_TRIES) {
      return new Next.GiveUp(limit);
    }
    Duration wait = spacing(meaning, attempt);
    Duration last = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    return new Next.At(now.plus(wait.compareTo(last) < 0 ? wait : last));
  }

  /** How long a letter of that type is tried. */
  static Duration limit(LetterType type) {
    return type == LetterType.COOLING_OFF ? LIMIT_OF_PAUSE : USUAL_LIMIT;
  }

  private static Duration spacing(ReplyMeaning meaning, int attempt) {
    List<Duration> spacings =
        switch (meaning) {
          case MAILBOX_FULL -> FULL;
          case SLOW_DOWN -> SLOWER;
          case LATER, OUR_FAULT, ADDRESS_BAD, TOO_BIG, REFUSED -> USUAL;
        };
    return spacings.get(Math.clamp(attempt - 1L, 0, spacings.size() - 1));
  }

  /** What becomes of a letter that was not taken this time. */
  sealed interface Next {
    record At(Instant moment) implements Next {}

    /**
     * It is not tried again.
     *
     * @param tried how long it was
     */
    record GiveUp(Duration tried) implements Next {
      /** For whoever sent it; goes on from the words that say which letter and what was answered. */
      String advice() {
        return "It was tried for %s and is not tried again: print it, or call."
            .formatted(
                tried.compareTo(Duration.ofDays(2)) < 0
                    ? tried.toHours() + " hours"
                    : tried.toDays() + " days");
      }
    }
  }
}
