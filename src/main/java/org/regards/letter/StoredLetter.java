package org.regards.letter;

import java.time.Instant;

/**
 * A letter in the store.
 *
 * @param template the file it was made from
 */
public record StoredLetter(
    LetterId id, LetterState state, String template, Instant writtenAt, Letter letter) {}
