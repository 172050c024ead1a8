package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.regards.letter.LetterType;
import org.regards.mail.ReplyMeaning;

/**
 * RFC 5321 4.5.4.1 and RFC 1123 5.3.1.1 want tries at least 30 minutes apart, two of them in the
 * first hour, then one every two or three hours, for four or five days.
 *
 * <p>The clock is not trusted: a next try is always counted from now, and no letter is given up
 * that was not tried a few times, however long ago the clock says the first try was. So neither a
 * clock that jumps ahead nor a week in which the program did not run gives letters up.
 */
final class PatientRetries implements RetryPlan {
  /** Two tries are never closer together. */
  static final Duration SHORTEST = Duration.ofMinutes(30);

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

  @Override
  public Next after(Failure failure) {
    Duration limit = limit(failure.type());
    Instant now = failure.now();
    Duration tried = Duration.between(failure.firstTriedAt(), now);
    Duration left = limit.minus(tried.isNegative() ? Duration.ZERO : tried);
    if (!left.isPositive() && failure.tries() >= FEWEST_TRIES) {
      return new Next.GivenUp("No server took it for %s.".formatted(words(limit)));
    }
    Duration wait = spacing(failure.meaning(), failure.tries());
    Duration last = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    return new Next.Again(now.plus(wait.compareTo(last) < 0 ? wait : last));
  }

  private static Duration limit(LetterType type) {
    return type == LetterType.COOLING_OFF ? LIMIT_OF_PAUSE : USUAL_LIMIT;
  }

  private static String words(Duration limit) {
    return limit.compareTo(Duration.ofDays(2)) < 0
        ? limit.toHours() + " hours"
        : limit.toDays() + " days";
  }

  private static Duration spacing(ReplyMeaning meaning, int tries) {
    List<Duration> spacings =
        switch (meaning) {
          case MAILBOX_FULL -> FULL;
          case SLOW_DOWN -> SLOWER;
          case LATER, OUR_FAULT, ADDRESS_BAD, TOO_BIG, REFUSED -> USUAL;
        };
    return spacings.get(Math.clamp(tries - 1L, 0, spacings.size() - 1));
  }
}
