package org.regards.history;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/**
 * Decisions on cases in the store. Rows are added and never changed. Lives as long as its handle.
 */
public final class CaseEventDao {
  private static final Counter NUMBERS = new Counter("case_event");

  private final Handle handle;

  public CaseEventDao(Handle handle) {
    this.handle = handle;
  }

  public void insert(CaseEvent event) {
    handle
        .createUpdate(
            """
            INSERT INTO case_event (id, case_file, customer, kind, said_by, said_at, reason)
            VALUES (:id, :case, :customer, :kind, :by, :at, :reason)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("case", event.caseId().value())
        .bind("customer", event.customer().value())
        .bind("kind", event.kind().word())
        .bind("by", event.by().value())
        .bind("at", IsoText.of(event.at()))
        .bind("reason", event.reason())
        .execute();
  }

  /** Said of a customer's cases, oldest first. */
  public List<CaseEvent> of(CustomerId customer) {
    return handle
        .createQuery(
            """
            SELECT case_file, customer, kind, said_by, said_at, reason
            FROM case_event WHERE customer = :customer ORDER BY id
            """)
        .bind("customer", customer.value())
        .map(Row.as(CaseEventDao::event))
        .list();
  }

  /** The last one of each case that was said not later than the moment. */
  Map<CaseId, CaseEvent> ofCustomers(Collection<CustomerId> customers, Instant moment) {
    Map<CaseId, CaseEvent> last = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT case_file, customer, kind, said_by, said_at, reason
            FROM case_event
            WHERE customer IN (<customers>) AND said_at <= :moment
            ORDER BY id
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("moment", IsoText.of(moment))
        .map(Row.as(CaseEventDao::event))
        .forEach(event -> last.put(event.caseId(), event));
    return last;
  }

  private static CaseEvent event(Row row) {
    return new CaseEvent(
        new CaseId(row.text("case_file")),
        new CustomerId(row.text("customer")),
        CaseEvent.Kind.of(row.text("kind")),
        new StaffId(row.text("said_by")),
        row.instant("said_at"),
        row.text("reason"));
  }
}
