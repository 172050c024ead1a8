package org.regards.outbox;

import java.time.Instant;

/** Sheets of a run that were spoiled and printed again. */
public record Reprint(
    String sheets, String reason, String madeBy, Instant madeAt, String file, String digest) {}
