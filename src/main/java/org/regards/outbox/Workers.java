package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.store.Counter;

/** Who works on the outbox of a store beside us. All within transactions of the caller. */
interface Workers {
  /** Before the first claim; returns our number, which no worker had before. */
  long join(Handle handle, Instant now);

  default Duration beatsEvery() {
    return Duration.ofSeconds(5);
  }

  /**
   * That often, and with each claim, on any thread; false when others took us for dead: then we
   * drop what we hold.
   */
  boolean beat(Handle handle, long us, Instant now);

  /** Whose claims nobody may take over, with us. */
  Set<Long> living(Handle handle, long us, Instant now);

  void leave(Handle handle, long us, Instant now);

  /** False when we have not beaten for so long that others may soon take us for dead. */
  default boolean mayPass() {
    return true;
  }

  /** One program at a time: whatever somebody else holds is left over from a crash. */
  static Workers alone() {
    return new Workers() {
      @Override
      public long join(Handle handle, Instant now) {
        return new Counter("worker").allocate(handle, 1);
      }

      @Override
      public boolean beat(Handle handle, long us, Instant now) {
        return true;
      }

      @Override
      public Set<Long> living(Handle handle, long us, Instant now) {
        return Set.of(us);
      }

      @Override
      public void leave(Handle handle, long us, Instant now) {}
    };
  }
}
