package org.regards.outbox;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Knows, from outside of the store, whether the store is a restored backup. */
interface Witness {
  /** Before the worker joins: lets what must not go without a person's word wait for it. */
  void look(Handle handle, Instant now);

  /** Within the transaction of each claim, after its beat. */
  void claiming(Handle handle, Instant now);

  /** When that has been committed, before any of it leaves. */
  void claimed();

  /** After a beat beside the claims; called by any thread. */
  default void beaten() {}

  /** When the worker's leaving has been committed. */
  default void left() {}

  static Witness none() {
    return new Witness() {
      @Override
      public void look(Handle handle, Instant now) {}

      @Override
      public void claiming(Handle handle, Instant now) {}

      @Override
      public void claimed() {}
    };
  }
}
