package org.regards.outbox;

import java.time.Instant;

/**
 * A program that sends from the store, or that has.
 *
 * @param token random, so that two copies of a store never give the same
 * @param machine {@link Machine#identity}
 * @param process when it began, in the machine's own words
 * @param beat raised with every sign of life
 */
record StoredWorker(
    long id,
    String token,
    String host,
    String machine,
    long pid,
    String process,
    long beat,
    WorkerState state,
    Instant startedAt,
    Instant lastBeatAt) {}
