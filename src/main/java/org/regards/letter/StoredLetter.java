package org.regards.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;

/**
 * A letter in the store.
 *
 * @param template the file it was made from
 * @param author who composed it or edited it last, or null where nobody said who they were
 */
public record StoredLetter(
    LetterId id,
    LetterState state,
    String template,
    Instant writtenAt,
    @Nullable StaffId author,
    Letter letter) {}
