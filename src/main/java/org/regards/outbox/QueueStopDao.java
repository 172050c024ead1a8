package org.regards.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.store.Row;

/** Whether all email stands still, in the store. Lives as long as its handle. */
final class QueueStopDao {
  private final Handle handle;

  QueueStopDao(Handle handle) {
    this.handle = handle;
  }

  Optional<QueueStop> find() {
    return handle
        .createQuery("SELECT reason, stopped_at FROM queue_stop")
        .map(Row.as(row -> new QueueStop(row.text("reason"), row.instant("stopped_at"))))
        .findFirst();
  }

  /** The first reason stays: others mostly follow from it. */
  void put(String reason, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO queue_stop (id, reason, stopped_at) VALUES (1, :reason, :now)
            ON CONFLICT (id) DO NOTHING
            """)
        .bind("reason", reason)
        .bind("now", now)
        .execute();
  }

  /** False when nothing stood still. */
  boolean lift() {
    return handle.execute("DELETE FROM queue_stop") > 0;
  }
}
