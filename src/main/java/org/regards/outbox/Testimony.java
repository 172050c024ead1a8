package org.regards.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What a file in the letters folder says of a program that sent from a store.
 *
 * @param beat the highest it is known to have had
 * @param at when that was; empty when the file is damaged
 */
record Testimony(String token, long beat, Optional<Instant> at) {}
