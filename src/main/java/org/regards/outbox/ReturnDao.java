package org.regards.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** What became of letters after they left, in the store. Lives as long as its handle. */
final class ReturnDao {
  static final String POSTED = "posted";
  static final String RETURNED = "returned";
  static final String BOUNCED = "bounced";
  static final String ANSWERED = "answered";

  private final Handle handle;

  ReturnDao(Handle handle) {
    this.handle = handle;
  }

  /** The letters to these customers that came back, the latest first. */
  Map<CustomerId, List<ReturnedPost>> of(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT l.id, l.customer, l.street, l.locality, l.region, l.postal_code, l.country,
                   e.happened_on, e.reason
            FROM letter l JOIN letter_event e ON e.letter = l.id AND e.kind = 'returned'
            WHERE l.customer IN (<customers>)
            ORDER BY e.happened_on DESC, l.id DESC
            """)
        .bindList("customers", customers.stream().distinct().map(CustomerId::value).toList())
        .map(Row.as(row -> Map.entry(new CustomerId(row.text("customer")), post(row))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** When something happened to a letter, or empty when it did not. */
  Optional<LocalDate> day(LetterId letter, String kind) {
    return handle
        .createQuery("SELECT happened_on FROM letter_event WHERE letter = :letter AND kind = :kind")
        .bind("letter", letter.number())
        .bind("kind", kind)
        .map(Row.as(row -> row.date("happened_on")))
        .findOne();
  }

  void insert(
      LetterId letter, String kind, LocalDate on, String reason, String recordedBy, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO letter_event (letter, kind, happened_on, reason, recorded_by, recorded_at)
            VALUES (:letter, :kind, :on, :reason, :recordedBy, :now)
            """)
        .bind("letter", letter.number())
        .bind("kind", kind)
        .bind("on", IsoText.of(on))
        .bind("reason", reason)
        .bind("recordedBy", recordedBy)
        .bind("now", now)
        .execute();
  }

  private static ReturnedPost post(Row row) {
    return new ReturnedPost(
        new LetterId(row.bigNumber("id")),
        row.date("happened_on"),
        ReturnReason.of(row.text("reason")).orElse(ReturnReason.OTHER),
        new PostalAddress(
            row.text("street"),
            row.text("locality"),
            row.text("region"),
            row.text("postal_code"),
            row.text("country")));
  }
}
