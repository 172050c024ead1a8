package org.regards.outbox;

import java.time.Instant;

/**
 * A program that sends from the store, for showing.
 *
 * @param host the name of its machine; empty for one that the store knows only from its witness
 * @param lastBeat its last sign of life, by its own clock
 * @param letters how many it has under way
 */
public record Worker(
    long number,
    String host,
    long pid,
    WorkerState state,
    Instant since,
    Instant lastBeat,
    int letters) {}
