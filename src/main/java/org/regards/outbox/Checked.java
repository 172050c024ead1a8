package org.regards.outbox;

/**
 * A letter that was looked at and found free to go.
 *
 * @param digest of the letter ({@link org.regards.letter.LetterDigest})
 */
record Checked(String digest, Look look) {}
