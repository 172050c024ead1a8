package org.regards.approval;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.store.Row;

/** What is being looked into, in the store. Lives as long as its handle. */
final class InquiryDao {
  private final Handle handle;

  InquiryDao(Handle handle) {
    this.handle = handle;
  }

  /** Those about these customers that are not done. */
  List<Inquiry> open(Collection<CustomerId> customers) {
    return handle
        .createQuery(
            """
            SELECT t.id, t.customer, t.cause_record FROM task t
            LEFT JOIN task_done d ON d.task = t.id
            WHERE t.customer IN (<customers>) AND t.kind = 'investigate' AND d.task IS NULL
            ORDER BY t.id
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .map(
            Row.as(
                row ->
                    new Inquiry(
                        row.bigNumber("id"),
                        new CustomerId(row.text("customer")),
                        row.text("cause_record"))))
        .list();
  }
}
