package org.regards.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Who was erased: all that is left of them. Lives as long as its handle. */
public final class ErasureDao {
  private final Handle handle;

  public ErasureDao(Handle handle) {
    this.handle = handle;
  }

  /** That somebody was erased, by whom, when and why. */
  public record Tombstone(CustomerId customer, StaffId by, Instant at, String reason) {}

  public Optional<Tombstone> find(CustomerId customer) {
    return handle
        .createQuery(
            """
            SELECT customer, erased_by, erased_at, reason FROM erasure WHERE customer = :customer
            """)
        .bind("customer", customer.value())
        .map(
            Row.as(
                row ->
                    new Tombstone(
                        new CustomerId(row.text("customer")),
                        new StaffId(row.text("erased_by")),
                        row.instant("erased_at"),
                        row.text("reason"))))
        .findFirst();
  }

  /** Those of the customers who were erased. */
  public Set<CustomerId> among(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    List<String> keys = customers.stream().map(CustomerId::value).distinct().toList();
    return new HashSet<>(
        handle
            .createQuery("SELECT customer FROM erasure WHERE customer IN (<keys>)")
            .bindList("keys", keys)
            .map(Row.as(row -> new CustomerId(row.text("customer"))))
            .list());
  }

  public void insert(Tombstone tombstone) {
    handle
        .createUpdate(
            """
            INSERT INTO erasure (customer, erased_by, erased_at, reason)
            VALUES (:customer, :by, :at, :reason)
            """)
        .bind("customer", tombstone.customer().value())
        .bind("by", tombstone.by().value())
        .bind("at", IsoText.of(tombstone.at()))
        .bind("reason", tombstone.reason())
        .execute();
  }
}
