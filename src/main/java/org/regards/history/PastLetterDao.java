package org.regards.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** The letters to customers, as much of them as a timeline shows. Lives as long as its handle. */
final class PastLetterDao {
  private final Handle handle;

  PastLetterDao(Handle handle) {
    this.handle = handle;
  }

  /** Written not later than the moment, oldest first. */
  Map<CustomerId, List<PastLetter>> ofCustomers(Collection<CustomerId> customers, Instant moment) {
    return handle
        .createQuery(
            """
            SELECT id, customer, type, channel, state, written_at
            FROM letter
            WHERE customer IN (<customers>) AND written_at <= :moment
            ORDER BY written_at, id
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("moment", IsoText.of(moment))
        .map(Row.as(row -> Map.entry(new CustomerId(row.text("customer")), letter(row))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static PastLetter letter(Row row) {
    return new PastLetter(
        "L-" + row.bigNumber("id"),
        row.text("type"),
        row.text("channel"),
        row.text("state"),
        row.instant("written_at"));
  }
}
