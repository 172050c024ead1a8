package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.store.Counter;
import org.regards.store.Row;

/** Deliveries in the store, and the state of their letters. Lives as long as its handle. */
final class DeliveryDao {
  private static final Counter NUMBERS = new Counter("delivery");

  private final Handle handle;

  DeliveryDao(Handle handle) {
    this.handle = handle;
  }

  Optional<Delivery> find(LetterId letter, LetterChannel channel, String recipient) {
    return handle
        .createQuery(
            """
            SELECT id, letter, channel, recipient, state, attempt, digest, message_id, server, reply,
                   file, queued_at, changed_at
            FROM delivery
            WHERE letter = :letter AND channel = :channel AND recipient = :recipient
            """)
        .bind("letter", letter.number())
        .bind("channel", channel.word())
        .bind("recipient", recipient)
        .map(Row.as(DeliveryDao::delivery))
        .findFirst();
  }

  Optional<Delivery> findByMessageId(String messageId) {
    return handle
        .createQuery(
            """
            SELECT id, letter, channel, recipient, state, attempt, digest, message_id, server, reply,
                   file, queued_at, changed_at
            FROM delivery
            WHERE message_id = :messageId AND channel = :channel
            """)
        .bind("messageId", messageId)
        .bind("channel", LetterChannel.EMAIL.word())
        .map(Row.as(DeliveryDao::delivery))
        .findFirst();
  }

  /** Writes a new delivery, unless there is one of that letter, channel and recipient. */
  void queue(
      LetterId letter,
      LetterChannel channel,
      String recipient,
      String digest,
      String messageId,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                  server, reply, file, queued_at, changed_at)
            VALUES (:id, :letter, :channel, :recipient, :state, 0, :digest, :messageId,
                    '', '', '', :now, :now)
            ON CONFLICT (letter, channel, recipient) DO NOTHING
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("letter", letter.number())
        .bind("channel", channel.word())
        .bind("recipient", recipient)
        .bind("state", DeliveryState.QUEUED.word())
        .bind("digest", digest)
        .bind("messageId", messageId)
        .bind("now", now)
        .execute();
  }

  /** Writes deliveries of letters on paper, but of those that have one. */
  void queuePaper(List<PaperLetter> letters, Instant now) {
    long number = NUMBERS.allocate(handle, letters.size());
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                  server, reply, file, queued_at, changed_at)
            VALUES (?, ?, 'print', ?, 'queued', 0, '', '', '', '', '', ?, ?)
            ON CONFLICT (letter, channel, recipient) DO NOTHING
            """);
    for (PaperLetter letter : letters) {
      batch.add(number++, letter.id().number(), letter.addressee().customer().value(), now, now);
    }
    batch.execute();
  }

  /** Begins the next attempt, unless somebody else has begun one since {@code seen} was read. */
  boolean begin(Delivery seen, String digest, String messageId, String server, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE delivery
                SET state = :next, attempt = attempt + 1, digest = :digest, message_id = :messageId,
                    server = :server, changed_at = :now
                WHERE id = :id AND state = :state AND attempt = :attempt
                """)
            .bind("next", DeliveryState.SENDING.word())
            .bind("digest", digest)
            .bind("messageId", messageId)
            .bind("server", server)
            .bind("now", now)
            .bind("id", seen.id())
            .bind("state", seen.state().word())
            .bind("attempt", seen.attempt())
            .execute()
        == 1;
  }

  /** Moves on an attempt; false when it is not in that state any more. */
  boolean move(long id, int attempt, DeliveryState from, DeliveryState to, Instant now) {
    return settle(id, attempt, Set.of(from), to, Outcome.NOTHING_NEW, now);
  }

  /** As {@link #move}, with what the act brought to light. */
  boolean settle(
      long id,
      int attempt,
      Collection<DeliveryState> from,
      DeliveryState to,
      Outcome outcome,
      Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE delivery
                SET state = :to, reply = :reply, file = :file, changed_at = :now
                WHERE id = :id AND attempt = :attempt AND state IN (<from>)
                """)
            .bindList("from", from.stream().map(DeliveryState::word).toList())
            .bind("to", to.word())
            .bind("reply", outcome.reply())
            .bind("file", outcome.file())
            .bind("now", now)
            .bind("id", id)
            .bind("attempt", attempt)
            .execute()
        == 1;
  }

  /** Notes that a letter lies printed in a file, also when it did before. */
  void print(LetterId letter, String customer, String digest, String file, Instant now) {
    int changed =
        handle
            .createUpdate(
                """
                UPDATE delivery
                SET state = :state, attempt = attempt + 1, digest = :digest, file = :file,
                    changed_at = :now
                WHERE letter = :letter AND channel = :channel AND recipient = :customer
                """)
            .bind("state", DeliveryState.PRINTED.word())
            .bind("digest", digest)
            .bind("file", file)
            .bind("now", now)
            .bind("letter", letter.number())
            .bind("channel", LetterChannel.PRINT.word())
            .bind("customer", customer)
            .execute();
    if (changed != 1) {
      throw new IllegalStateException("a printed letter must have been queued: " + letter);
    }
  }

  /**
   * What an act brought to light.
   *
   * @param reply of the server, or empty
   * @param file that holds the letter, or empty
   */
  record Outcome(String reply, String file) {
    static final Outcome NOTHING_NEW = new Outcome("", "");
  }

  void moveLetter(LetterId letter, LetterState state) {
    int changed =
        handle
            .createUpdate("UPDATE letter SET state = :state WHERE id = :id")
            .bind("state", state.word())
            .bind("id", letter.number())
            .execute();
    if (changed != 1) {
      throw new IllegalStateException("the letter of a delivery must exist, but not " + letter);
    }
  }

  private static Delivery delivery(Row row) {
    return new Delivery(
        row.bigNumber("id"),
        new LetterId(row.bigNumber("letter")),
        LetterChannel.of(row.text("channel")).orElseThrow(),
        row.text("recipient"),
        DeliveryState.of(row.text("state")),
        row.number("attempt"),
        row.text("digest"),
        row.text("message_id"),
        row.text("server"),
        row.text("reply"),
        row.text("file"),
        row.instant("queued_at"),
        row.instant("changed_at"));
  }
}
