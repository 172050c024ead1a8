package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.store.Row;

/** Emails as a person looks at them and settles them. Lives as long as its handle. */
final class EmailDeskDao {
  private static final String OPEN = "('in-doubt', 'dot-sent', 'sending', 'deferred', 'queued')";

  private final Handle handle;

  EmailDeskDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * In doubt first, then by when they are due.
   *
   * @param state null for all that are not settled
   * @param customer null for all
   */
  List<OutboxEntry> entries(@Nullable DeliveryState state, @Nullable CustomerId customer) {
    String states = state == null ? OPEN : "('" + state.word() + "')";
    return handle
        .createQuery(
            """
            SELECT d.letter, l.type, l.customer, l.recipient_name, d.state, d.due_at, d.queued_at,
                   d.tries,
                   CASE WHEN d.heard = '' THEN d.reply ELSE d.heard END AS said, d.waits_for, d.resent, d.server, d.message_id, d.changed_at
            FROM delivery d JOIN letter l ON l.id = d.letter
            WHERE d.channel = 'email' AND d.state IN <states>
              AND (l.customer = :customer OR :customer = '')
            ORDER BY CASE d.state WHEN 'in-doubt' THEN 0 ELSE 1 END, d.due_at, d.letter
            """)
        .define("states", states)
        .bind("customer", customer == null ? "" : customer.value())
        .map(Row.as(EmailDeskDao::entry))
        .list();
  }

  Map<String, Long> counts() {
    Map<String, Long> found = new LinkedHashMap<>();
    OutboxEntry.states().forEach(state -> found.put(state, 0L));
    handle
        .createQuery(
            "SELECT state, COUNT(*) AS emails FROM delivery WHERE channel = 'email' GROUP BY state")
        .map(Row.as(row -> Map.entry(row.text("state"), row.bigNumber("emails"))))
        .forEach(count -> found.put(count.getKey(), count.getValue()));
    found.values().removeIf(count -> count == 0);
    return found;
  }

  /** How many are not settled. */
  long waiting() {
    return handle
        .createQuery("SELECT COUNT(*) FROM delivery WHERE channel = 'email' AND state IN <states>")
        .define("states", OPEN)
        .mapTo(Long.class)
        .one();
  }

  /** The email of a letter that was touched last; a letter may have gone to several addresses. */
  Optional<Delivery> latest(LetterId letter) {
    return handle
        .createQuery(
            """
            SELECT recipient FROM delivery
            WHERE letter = :letter AND channel = 'email' ORDER BY changed_at DESC, id DESC LIMIT 1
            """)
        .bind("letter", letter.number())
        .mapTo(String.class)
        .findFirst()
        .flatMap(to -> new DeliveryDao(handle).find(letter, LetterChannel.EMAIL, to));
  }

  /** Why a letter must not go without a person's word, if it must not. */
  Optional<String> waitsFor(LetterId letter) {
    return handle
        .createQuery(
            """
            SELECT waits_for FROM delivery
            WHERE channel = 'email' AND letter = :letter AND waits_for <> ''
            """)
        .bind("letter", letter.number())
        .mapTo(String.class)
        .findFirst();
  }

  /**
   * Nobody else may begin, or end, the attempt that there may be; false when somebody has gone on
   * with it since it was seen.
   */
  boolean settle(Delivery seen, DeliveryState state, String reply, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE delivery
                SET state = :state, reply = :reply, attempt = attempt + 1, worker = NULL, due_at = :now,
                    changed_at = :now
                WHERE id = :id AND attempt = :attempt AND state = :seen
                """)
            .bind("state", state.word())
            .bind("reply", reply)
            .bind("now", now)
            .bind("id", seen.id())
            .bind("attempt", seen.attempt())
            .bind("seen", seen.state().word())
            .execute()
        == 1;
  }

  void markResent(Delivery seen) {
    handle
        .createUpdate("UPDATE delivery SET resent = 1, waits_for = '' WHERE id = :id")
        .bind("id", seen.id())
        .execute();
  }

  /** Those of the letters that waited for a person's word. */
  List<LetterId> release(Collection<LetterId> letters) {
    List<LetterId> waiting =
        handle
            .createQuery(
                """
                SELECT DISTINCT letter FROM delivery
                WHERE channel = 'email' AND waits_for <> '' AND letter IN (<letters>)
                """)
            .bindList("letters", letters.stream().map(LetterId::number).toList())
            .map(Row.as(row -> new LetterId(row.bigNumber("letter"))))
            .list();
    handle
        .createUpdate(
            "UPDATE delivery SET waits_for = '' WHERE channel = 'email' AND letter IN (<letters>)")
        .bindList("letters", letters.stream().map(LetterId::number).toList())
        .execute();
    return waiting;
  }

  /** The next approved letters by email, of one type or of all. */
  List<LetterId> approved(@Nullable LetterType type, long after, int limit) {
    return handle
        .createQuery(
            """
            SELECT id FROM letter
            WHERE state = 'approved' AND channel = 'email' AND type LIKE :type AND id > :after
            ORDER BY id
            LIMIT :limit
            """)
        .bind("type", type == null ? "%" : type.word())
        .bind("after", after)
        .bind("limit", limit)
        .map(Row.as(row -> new LetterId(row.bigNumber("id"))))
        .list();
  }

  private static OutboxEntry entry(Row row) {
    return new OutboxEntry(
        new LetterId(row.bigNumber("letter")),
        LetterType.of(row.text("type")).orElseThrow(),
        new CustomerId(row.text("customer")),
        row.text("recipient_name"),
        row.text("state"),
        row.text("due_at").isEmpty() ? row.instant("queued_at") : row.instant("due_at"),
        row.number("tries"),
        row.text("said"),
        row.text("waits_for"),
        row.number("resent") == 1,
        row.text("server"),
        row.text("message_id"),
        row.instant("changed_at"));
  }
}
