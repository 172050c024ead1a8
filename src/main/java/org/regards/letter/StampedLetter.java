package org.regards.letter;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** A stored letter and what must be known of it to let it go, from one reading of its row. */
public record StampedLetter(LetterStamp stamp, StoredLetter stored) {
  /** Those of the letters that there are, as the caller's transaction sees them. */
  public static Map<LetterId, StampedLetter> of(Handle handle, Collection<LetterId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : new LetterDao(handle)
            .stamped(ids).stream()
                .collect(Collectors.toMap(letter -> letter.stamp().id(), letter -> letter));
  }
}
