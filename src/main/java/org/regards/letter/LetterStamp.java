package org.regards.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;

/**
 * What must be known of a stored letter to let it go, without taking its text apart.
 *
 * @param author who composed it or edited it last, or null where nobody said who they were
 * @param digest of exactly what would go out ({@link LetterDigest})
 * @param restsOn the policies that it cites
 */
public record LetterStamp(
    LetterId id,
    LetterState state,
    LetterHead head,
    @Nullable StaffId author,
    String digest,
    List<RestsOn> restsOn) {
  public LetterStamp {
    restsOn = List.copyOf(restsOn);
  }

  /** The stamps of those of the letters that there are, as the caller's transaction sees them. */
  public static Map<LetterId, LetterStamp> of(Handle handle, Collection<LetterId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : new LetterDao(handle)
            .stamps(ids).stream().collect(Collectors.toMap(LetterStamp::id, stamp -> stamp));
  }

  /** Lets nobody else change these letters until the caller's transaction ends. */
  public static void lock(Handle handle, Collection<LetterId> ids) {
    if (!ids.isEmpty()) {
      new LetterDao(handle).lock(ids);
    }
  }

  /** Marks letters; within the caller's transaction. */
  public static void move(Handle handle, Collection<LetterId> ids, LetterState state) {
    if (!ids.isEmpty()) {
      new LetterDao(handle).move(ids, state);
    }
  }
}
