package org.regards.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/**
 * Verdicts on contacts in the store. Rows are added and never changed. Lives as long as its handle.
 */
final class IncidentVerdictDao {
  private static final Counter NUMBERS = new Counter("incident_verdict");
  private static final String CONFIRMED = "confirmed";
  private static final String DENIED = "denied";

  private final Handle handle;

  IncidentVerdictDao(Handle handle) {
    this.handle = handle;
  }

  /** Said not later than the moment, oldest first. */
  Map<CustomerId, List<IncidentVerdict>> ofCustomers(
      Collection<CustomerId> customers, Instant moment) {
    return handle
        .createQuery(
            """
            SELECT interaction, customer, tag, verdict, said_by, said_at, reason
            FROM incident_verdict
            WHERE customer IN (<customers>) AND said_at <= :moment
            ORDER BY id
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("moment", IsoText.of(moment))
        .map(Row.as(row -> Map.entry(new CustomerId(row.text("customer")), verdict(row))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  void insert(CustomerId customer, IncidentVerdict verdict) {
    handle
        .createUpdate(
            """
            INSERT INTO incident_verdict (id, interaction, customer, tag, verdict, said_by, said_at, reason)
            VALUES (:id, :interaction, :customer, :tag, :verdict, :by, :at, :reason)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("interaction", verdict.interaction().value())
        .bind("customer", customer.value())
        .bind("tag", verdict.tag().word())
        .bind("verdict", verdict.confirmed() ? CONFIRMED : DENIED)
        .bind("by", verdict.by().value())
        .bind("at", IsoText.of(verdict.at()))
        .bind("reason", verdict.reason())
        .execute();
  }

  private static IncidentVerdict verdict(Row row) {
    return new IncidentVerdict(
        new InteractionId(row.text("interaction")),
        Tag.of(row.text("tag")).orElseThrow(),
        row.text("verdict").equals(CONFIRMED),
        new StaffId(row.text("said_by")),
        row.instant("said_at"),
        row.text("reason"));
  }
}
