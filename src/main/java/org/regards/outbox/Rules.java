package org.regards.outbox;

import java.time.Duration;

/**
 * What a dispatch goes by.
 *
 * @param probe how long a letter that may have arrived waits before it is sent once more, so that a
 *     look into the mailbox may settle it first
 */
record Rules(RetryPlan retries, Pace pace, Workers workers, Witness witness, Duration probe) {
  static Rules plain() {
    return new Rules(
        RetryPlan.everyHour(),
        Pace.free(),
        Workers.alone(),
        Witness.none(),
        Duration.ofMinutes(10));
  }
}
