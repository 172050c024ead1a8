package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * When a letter was looked at and found free to go.
 *
 * @param digest of the letter ({@link org.regards.letter.LetterDigest})
 * @param version of the store, asked before it was looked at; empty where there is no such number
 */
record Checked(String digest, OptionalLong version, Instant at) {
  /** Some reasons to stop a letter come with time alone. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Whether nothing can have come between, so that nobody needs to look again. */
  boolean stands(OptionalLong present, Instant now) {
    return version.isPresent()
        && version.equals(present)
        && !now.isBefore(at)
        && now.isBefore(at.plus(FRESH));
  }
}
