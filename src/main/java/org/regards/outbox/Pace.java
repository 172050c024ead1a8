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

  /**
   * Those that must wait, for letters that a person named, too. The others are under way from now
   * on, until {@link #settled}.
   */
  Map<Claim, Later> later(Handle handle, List<Claim> claims, Instant now);

  /** A server wants fewer letters; called by any thread, before {@link #settled}. */
  void slowDown(Claim claim, Reply reply, Instant now);

  /**
   * A letter is not under way any more; called by any thread.
   *
   * @param taken whether the server took it over
   */
  void settled(Claim claim, boolean taken, Instant now);

  /** The same, for letters of which a person said that they go now. */
  default Pace withoutQuietHours() {
    return this;
  }

  /**
   * What may leave now.
   *
   * @param letters that may be claimed now
   * @param again when there may be room for more
   * @param why there is no more room, as in {@code the limit of 20 emails a minute is reached};
   *     empty when there is
   */
  record Room(int letters, Instant again, String why) {}

  /**
   * A letter that must wait.
   *
   * @param why as in {@code it is quiet until 08:00 in Tokyo}
   */
  record Later(Instant until, String why) {}

  static Pace free() {
    return new Pace() {
      @Override
      public Room room(Handle handle, Instant now) {
        return new Room(Integer.MAX_VALUE, now.plus(Duration.ofSeconds(1)), "");
      }

      @Override
      public Map<Claim, Later> later(Handle handle, List<Claim> claims, Instant now) {
        return Map.of();
      }

      @Override
      public void slowDown(Claim claim, Reply reply, Instant now) {}

      @Override
      public void settled(Claim claim, boolean taken, Instant now) {}
    };
  }
}
