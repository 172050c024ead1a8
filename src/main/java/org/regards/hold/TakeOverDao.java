package org.regards.hold;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.regards.customer.StaffId;
import org.regards.hold.TakeOvers.TakeOver;
import org.regards.store.Counter;
import org.regards.store.IsoText;

/** Who took whom over, in the store. Lives as long as its handle. */
final class TakeOverDao {
  private static final Counter NUMBERS = new Counter("take_over");

  private final Handle handle;

  TakeOverDao(Handle handle) {
    this.handle = handle;
  }

  void insert(TakeOver order, StaffId by, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO take_over (id, customer, from_staff, to_staff, decided_by, decided_at, reason)
            VALUES (:id, :customer, :from, :to, :by, :at, :reason)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("customer", order.customer().value())
        .bind("from", order.from().value())
        .bind("to", order.to().value())
        .bind("by", by.value())
        .bind("at", IsoText.of(now))
        .bind("reason", order.reason())
        .execute();
  }
}
