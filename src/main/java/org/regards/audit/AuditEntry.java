package org.regards.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail.
 *
 * @param number from 1, without gaps
 * @param deed what was done, or null where the person it was about has been erased
 * @param link the SHA-256, in hex, that holds this row to all before it
 */
public record AuditEntry(long number, Instant at, @Nullable Deed deed, String link) {}
