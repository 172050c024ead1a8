package org.regards.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.store.Row;

/**
 * Why all email stands still until a person says that it may go on: our own fault, or the mail
 * server does not let us in.
 *
 * @param reason a whole sentence
 */
public record QueueStop(String reason, Instant stoppedAt) {
  static Optional<QueueStop> find(Handle handle) {
    return handle
        .createQuery("SELECT reason, stopped_at FROM queue_stop")
        .map(Row.as(row -> new QueueStop(row.text("reason"), row.instant("stopped_at"))))
        .findFirst();
  }

  /** The first reason stays: others mostly follow from it. */
  static void put(Handle handle, String reason, Instant now) {
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
  static boolean lift(Handle handle) {
    return handle.execute("DELETE FROM queue_stop") > 0;
  }
}
