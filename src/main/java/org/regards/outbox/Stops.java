package org.regards.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.approval.Clearance;
import org.regards.letter.LetterId;
import org.regards.letter.StampedLetter;

/** All that can stop letters that were let go, of many at once. */
final class Stops {
  private Stops() {}

  /**
   * Those that must not leave, and why.
   *
   * @param letters as the caller's transaction has read them
   */
  static Map<LetterId, Stopping> of(
      Handle handle, Map<LetterId, StampedLetter> letters, Instant now) {
    List<Addressee> addressees =
        letters.values().stream().map(letter -> Addressee.of(letter.stored())).toList();
    Map<LetterId, Stopping> stops = new HashMap<>();
    Clearance.withheld(handle, letters, now)
        .forEach((letter, reason) -> stops.put(letter, new Stopping(reason, false)));
    Gate.closed(handle, addressees, now)
        .forEach(
            (addressee, reason) -> {
              if (addressee.letter() != null) {
                stops.put(addressee.letter(), new Stopping(reason, true));
              }
            });
    return stops;
  }
}
