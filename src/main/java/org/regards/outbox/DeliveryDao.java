package org.regards.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.audit.Actor;
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
                   file, queued_at, changed_at, due_at, resent
            FROM delivery
            WHERE letter = :letter AND channel = :channel AND recipient = :recipient
            """)
        .bind("letter", letter.number())
        .bind("channel", channel.word())
        .bind("recipient", recipient)
        .map(Row.as(DeliveryDao::delivery))
        .findFirst();
  }

  /**
   * Those of the emails that there are.
   *
   * @param recipients of the letters
   */
  Map<LetterId, Delivery> emails(Map<LetterId, String> recipients) {
    if (recipients.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, letter, channel, recipient, state, attempt, digest, message_id, server, reply,
                   file, queued_at, changed_at, due_at, resent
            FROM delivery
            WHERE letter IN (<letters>) AND channel = 'email'
            """)
        .bindList("letters", recipients.keySet().stream().map(LetterId::number).toList())
        .map(Row.as(DeliveryDao::delivery))
        .stream()
        .filter(delivery -> delivery.recipient().equals(recipients.get(delivery.letter())))
        .collect(Collectors.toMap(Delivery::letter, delivery -> delivery));
  }

  Optional<Delivery> findByMessageId(String messageId) {
    return handle
        .createQuery(
            """
            SELECT id, letter, channel, recipient, state, attempt, digest, message_id, server, reply,
                   file, queued_at, changed_at, due_at, resent
            FROM delivery
            WHERE message_id = :messageId AND channel = :channel
            """)
        .bind("messageId", messageId)
        .bind("channel", LetterChannel.EMAIL.word())
        .map(Row.as(DeliveryDao::delivery))
        .findFirst();
  }

  /** A new delivery by email. */
  record Email(LetterId letter, String recipient, AsQueued kept, Instant due) {}

  /** Writes new deliveries by email, and gives their numbers. */
  Map<LetterId, Long> queue(List<Email> emails, Actor by, Instant now) {
    Map<LetterId, Long> numbers = new HashMap<>();
    if (emails.isEmpty()) {
      return numbers;
    }
    long number = NUMBERS.allocate(handle, emails.size());
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                  server, reply, file, queued_at, changed_at, due_at, queued_by,
                                  in_reply_to)
            VALUES (?, ?, 'email', ?, 'queued', 0, ?, ?, '', '', '', ?, ?, ?, ?, ?)
            """);
    for (Email email : emails) {
      batch.add(
          number,
          email.letter().number(),
          email.recipient(),
          email.kept().identity().digest(),
          email.kept().identity().messageId(),
          now,
          now,
          email.due(),
          by.name(),
          email.kept().conversation().text());
      numbers.put(email.letter(), number++);
    }
    batch.execute();
    return numbers;
  }

  /** Lets an email wait that waits already, or was taken out; true for the latter. */
  boolean queueAgain(Delivery seen, AsQueued kept, Actor by, Instant due, Instant now) {
    boolean out = seen.state() == DeliveryState.CANCELLED;
    handle
        .createUpdate(
            """
            UPDATE delivery
            SET in_reply_to =
                  CASE WHEN message_id = :messageId THEN in_reply_to ELSE :conversation END,
                digest = :digest, message_id = :messageId, due_at = :due, queued_by = :by,
                waits_for = '', reply = '',
                state = 'queued',
                tries = CASE WHEN state = 'cancelled' THEN 0 ELSE tries END,
                first_tried_at = CASE WHEN state = 'cancelled' THEN NULL ELSE first_tried_at END,
                changed_at = :now
            WHERE id = :id AND attempt = :attempt AND state IN ('queued', 'deferred', 'cancelled')
            """)
        .bind("digest", kept.identity().digest())
        .bind("messageId", kept.identity().messageId())
        .bind("conversation", kept.conversation().text())
        .bind("due", due)
        .bind("by", by.name())
        .bind("now", now)
        .bind("id", seen.id())
        .bind("attempt", seen.attempt())
        .execute();
    return out;
  }

  /** Writes a new delivery on paper, unless the letter has one. */
  void queuePaper(LetterId letter, String customer, String digest, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                  server, reply, file, queued_at, changed_at)
            VALUES (:id, :letter, 'print', :customer, 'queued', 0, :digest, '', '', '', '', :now, :now)
            ON CONFLICT (letter, channel, recipient) DO NOTHING
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("letter", letter.number())
        .bind("customer", customer)
        .bind("digest", digest)
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
        row.instant("changed_at"),
        row.text("due_at").isEmpty() ? row.instant("queued_at") : row.instant("due_at"),
        row.number("resent") == 1);
  }
}
