package org.regards.history;

import java.time.LocalDate;

/**
 * What became of a letter after it left.
 *
 * @param kind {@code posted} or {@code returned} of one on paper, {@code bounced} or {@code
 *     answered} of an email
 * @param reason for which it came back: {@code moved}, {@code no-such-user}, …; else empty
 */
public record LetterEvent(String kind, LocalDate on, String reason) {}
