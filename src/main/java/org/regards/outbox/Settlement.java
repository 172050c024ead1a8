package org.regards.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Letter;
import org.regards.letter.LetterState;

/**
 * How an attempt ended, as it goes on record.
 *
 * @param reply of the server, or why the letter waits
 * @param file where the sandbox keeps it, or empty
 * @param dueAt when it may be tried next, where it may
 * @param letterState what becomes of the letter, or null when that stays
 * @param stop why the whole queue stops, or null
 */
record Settlement(
    Claim claim,
    Letter letter,
    DeliveryState state,
    String reply,
    String file,
    Instant dueAt,
    int tries,
    @Nullable Instant firstTriedAt,
    boolean resent,
    @Nullable LetterState letterState,
    @Nullable String stop,
    SendOutcome outcome) {

  /** Whether another letter's check may look at what this changes. */
  boolean isWeighty() {
    return state == DeliveryState.REFUSED
        || letterState == LetterState.DRAFT
        || letterState == LetterState.APPROVED
        || stop != null
        || (state == DeliveryState.ACCEPTED && LetterPause.of(claim.letter(), letter).isPresent());
  }
}
