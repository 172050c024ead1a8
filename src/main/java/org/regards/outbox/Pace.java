package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.mail.Reply;

/** How fast letters may leave. Asked by one thread, within the transaction that claims them. */
interface Pace {
  Room room(Handle handle, Instant now);

  /** Those that must wait, and until when; for letters that a person named, too. */
  Map<Claim, Instant> later(Handle handle, List<Claim> claims, Instant now);

  /** A server wants fewer letters; called by any thread. */
  void slowDown(Claim claim, Reply reply, Instant now);

  /**
   * As much as the limits leave.
   *
   * @param letters that may be claimed now
   * @param again when there may be room for more
   */
  record Room(int letters, Instant again) {}

  static Pace free() {
    return new Pace() {
      @Override
      public Room room(Handle handle, Instant now) {
        return new Room(Integer.MAX_VALUE, now.plus(Duration.ofSeconds(1)));
      }

      @Override
      public Map<Claim, Instant> later(Handle handle, List<Claim> claims, Instant now) {
        return Map.of();
      }

      @Override
      public void slowDown(Claim claim, Reply reply, Instant now) {}
    };
  }
}
