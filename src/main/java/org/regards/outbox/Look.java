package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * When letters were looked at, and what the store had come to by then.
 *
 * @param version of the store, asked before they were looked at; empty where there is no such
 *     number
 */
record Look(OptionalLong version, Instant at) {
  /** Some reasons to stop a letter come with time alone. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Whether nothing can have come between, so that nobody needs to look again. */
  boolean stands(OptionalLong present, Instant now) {
    return version.isPresent() && version.equals(present) && isFresh(now);
  }

  /** Whether it may still stand, as far as time goes. */
  boolean isFresh(Instant now) {
    return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
  }
}
