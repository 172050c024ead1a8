package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.letter.LetterId;
import org.regards.store.Row;

/** What is heard of emails after they left, in the store. Lives as long as its handle. */
final class ArrivalDao {
  private final Handle handle;

  ArrivalDao(Handle handle) {
    this.handle = handle;
  }

  /** The letter that a message carried. */
  Optional<LetterId> letter(String messageId) {
    return handle
        .createQuery(
            "SELECT letter FROM delivery WHERE message_id = :messageId AND channel = 'email'")
        .bind("messageId", messageId)
        .map(Row.as(row -> new LetterId(row.bigNumber("letter"))))
        .findFirst();
  }

  Optional<DeliveryState> state(String messageId) {
    return handle
        .createQuery(
            "SELECT state FROM delivery WHERE message_id = :messageId AND channel = 'email'")
        .bind("messageId", messageId)
        .map(Row.as(row -> DeliveryState.of(row.text("state"))))
        .findFirst();
  }

  /** False when it is in none of those states. It waits for nobody's word any more. */
  boolean move(
      String messageId,
      Collection<DeliveryState> from,
      DeliveryState to,
      String heard,
      Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE delivery
                SET state = :to, heard = :heard, waits_for = '', changed_at = :now
                WHERE message_id = :messageId AND channel = 'email' AND state IN (<from>)
                """)
            .bindList("from", from.stream().map(DeliveryState::word).toList())
            .bind("to", to.word())
            .bind("heard", heard)
            .bind("now", now)
            .bind("messageId", messageId)
            .execute()
        == 1;
  }

  /** Notes what was heard of a message that stays where it is. */
  void hear(String messageId, String heard) {
    handle
        .createUpdate(
            "UPDATE delivery SET heard = :heard WHERE message_id = :messageId AND channel ="
                + " 'email'")
        .bind("heard", heard)
        .bind("messageId", messageId)
        .execute();
  }
}
