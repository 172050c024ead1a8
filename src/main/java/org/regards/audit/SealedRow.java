package org.regards.audit;

import java.time.Instant;

/** A row as the store has it: its words may be gone. */
record SealedRow(
    long number,
    Instant at,
    String actor,
    String act,
    String record,
    String customer,
    String because,
    String keyId,
    String token,
    String link) {
  /** Words and key go together when a person is erased. */
  boolean isErased() {
    return act.isEmpty();
  }
}
