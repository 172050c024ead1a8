package org.regards.outbox;

import java.time.Instant;
import org.regards.letter.LetterType;

/**
 * How many letters of a type wait for a print run.
 *
 * @param since when the first of them was queued
 */
public record QueueCount(LetterType type, long letters, Instant since) {}
