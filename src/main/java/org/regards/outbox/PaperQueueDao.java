package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;
import org.regards.store.Row;

/** The queue of paper in the store. Lives as long as its handle. */
final class PaperQueueDao {
  private final Handle handle;

  PaperQueueDao(Handle handle) {
    this.handle = handle;
  }

  /** Letters with how far they have come on paper, in the order of their ids. */
  List<PaperLetter> letters(Collection<LetterId> ids) {
    return handle
        .createQuery(
            """
            SELECT l.id, l.type, l.state, l.channel, l.customer, l.street, l.locality, l.region,
                   l.postal_code, l.country, d.state AS delivered, d.run, d.changed_at,
                   CASE WHEN q.letter IS NULL THEN 0 ELSE 1 END AS waits
            FROM letter l
            LEFT JOIN delivery d ON d.letter = l.id AND d.channel = 'print'
            LEFT JOIN print_queue q ON q.letter = l.id
            WHERE l.id IN (<ids>)
            ORDER BY l.id
            """)
        .bindList("ids", ids.stream().map(LetterId::number).toList())
        .map(Row.as(PaperQueueDao::letter))
        .list();
  }

  /** The next approved letters on paper, of one type or of all. */
  List<LetterId> approved(@Nullable LetterType type, long after, int limit) {
    return handle
        .createQuery(
            """
            SELECT id FROM letter
            WHERE state = 'approved' AND channel = 'print' AND type LIKE :type AND id > :after
            ORDER BY id
            LIMIT :limit
            """)
        .bind("type", type == null ? "%" : type.word())
        .bind("after", after)
        .bind("limit", limit)
        .map(Row.as(row -> new LetterId(row.bigNumber("id"))))
        .list();
  }

  long countDrafts(@Nullable LetterType type) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM letter
            WHERE state IN ('draft', 'in-review', 'approved') AND channel = 'print' AND type LIKE :type
            """)
        .bind("type", type == null ? "%" : type.word())
        .mapTo(Long.class)
        .one();
  }

  /** How many letters of each type wait, and since when. */
  List<QueueCount> counts() {
    return handle
        .createQuery(
            """
            SELECT type, COUNT(*) AS letters, MIN(queued_at) AS since
            FROM print_queue GROUP BY type ORDER BY type
            """)
        .map(
            Row.as(
                row ->
                    new QueueCount(
                        LetterType.of(row.text("type")).orElseThrow(),
                        row.bigNumber("letters"),
                        row.instant("since"))))
        .list();
  }

  /** What must be known of the queue before it is read: the kinds of letters that are in it. */
  List<Kind> kinds(@Nullable LetterType type) {
    return handle
        .createQuery(
            """
            SELECT type, country, COUNT(*) AS letters FROM print_queue
            WHERE type LIKE :type GROUP BY type, country ORDER BY type, country
            """)
        .bind("type", type == null ? "%" : type.word())
        .map(
            Row.as(
                row ->
                    new Kind(
                        LetterType.of(row.text("type")).orElseThrow(),
                        row.text("country"),
                        row.bigNumber("letters"))))
        .list();
  }

  /**
   * @param country that the letters go to, or empty where it is not known
   */
  record Kind(LetterType type, String country, long letters) {}

  /** One place in the queue. */
  record Place(LetterId letter, LetterType type, String country, String postOrder) {}

  /** The next places in the order of the post, either of letters that stay in a country or not. */
  List<Place> places(
      @Nullable LetterType type, String home, boolean domestic, String after, int limit) {
    return handle
        .createQuery(
            """
            SELECT letter, type, country, post_order FROM print_queue
            WHERE post_order > :after AND type LIKE :type
              AND CASE WHEN country IN (:home, '') THEN 1 ELSE 0 END = :domestic
            ORDER BY post_order
            LIMIT :limit
            """)
        .bind("after", after)
        .bind("type", type == null ? "%" : type.word())
        .bind("home", home)
        .bind("domestic", domestic ? 1 : 0)
        .bind("limit", limit)
        .map(
            Row.as(
                row ->
                    new Place(
                        new LetterId(row.bigNumber("letter")),
                        LetterType.of(row.text("type")).orElseThrow(),
                        row.text("country"),
                        row.text("post_order"))))
        .list();
  }

  void insert(List<PaperLetter> letters, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO print_queue (letter, type, country, post_order, queued_at)
            VALUES (?, ?, ?, ?, ?)
            """);
    for (PaperLetter letter : letters) {
      Addressee addressee = letter.addressee();
      batch.add(
          letter.id().number(),
          letter.type().word(),
          addressee.address().country(),
          PostOrder.key(addressee.address(), addressee.customer(), letter.id()),
          now);
    }
    batch.execute();
  }

  void markQueued(List<PaperLetter> letters) {
    handle
        .createUpdate("UPDATE letter SET state = 'queued' WHERE id IN (<ids>)")
        .bindList("ids", letters.stream().map(letter -> letter.id().number()).toList())
        .execute();
  }

  /** Takes a letter out; false when it was not in it, or is not any more. */
  boolean delete(LetterId letter) {
    return handle
            .createUpdate("DELETE FROM print_queue WHERE letter = :letter")
            .bind("letter", letter.number())
            .execute()
        == 1;
  }

  /** Forgets a delivery of which nothing has been done but its queueing. */
  void deleteDelivery(LetterId letter) {
    handle
        .createUpdate(
            """
            DELETE FROM delivery
            WHERE letter = :letter AND channel = 'print' AND state = 'queued' AND attempt = 0
            """)
        .bind("letter", letter.number())
        .execute();
  }

  private static PaperLetter letter(Row row) {
    String delivered = row.textOrNull("delivered");
    Long run = row.bigNumberOrNull("run");
    Instant changed = row.instantOrNull("changed_at");
    return new PaperLetter(
        new LetterId(row.bigNumber("id")),
        LetterType.of(row.text("type")).orElseThrow(),
        LetterState.of(row.text("state")).orElseThrow(),
        new Addressee(
            new LetterId(row.bigNumber("id")),
            new CustomerId(row.text("customer")),
            LetterChannel.of(row.text("channel")).orElseThrow(),
            new PostalAddress(
                row.text("street"),
                row.text("locality"),
                row.text("region"),
                row.text("postal_code"),
                row.text("country")),
            ""),
        delivered == null ? null : DeliveryState.of(delivered),
        run == null ? null : new RunId(run),
        changed == null ? null : Words.dayOf(changed),
        row.number("waits") == 1);
  }

  /** The letter, when it is known. */
  Optional<PaperLetter> letter(LetterId id) {
    return letters(List.of(id)).stream().findFirst();
  }
}
