package org.regards.history;

import java.time.LocalDate;

/**
 * What became of a letter after it was printed.
 *
 * @param kind {@code posted} or {@code returned}
 * @param reason for which it came back: {@code moved}, {@code unknown}, …; else empty
 */
public record LetterEvent(String kind, LocalDate on, String reason) {}
