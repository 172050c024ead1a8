package org.regards.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.customer.CustomerId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.Row;

/** What imports changed, in the store. Lives as long as its handle. */
public final class RecordChangeDao {
  private static final Counter NUMBERS = new Counter("record_change");

  private final Handle handle;

  public RecordChangeDao(Handle handle) {
    this.handle = handle;
  }

  /** Changes of one record, oldest first. */
  public List<RecordChange> of(RecordId record) {
    return handle
        .createQuery(
            """
            SELECT record, field, customer, old_value, new_value, imported_at, source, line
            FROM record_change
            WHERE record = :record
            ORDER BY id
            """)
        .bind("record", record.toString())
        .map(Row.as(RecordChangeDao::change))
        .list();
  }

  /** Changes of a customer and of all that belongs to the customer, oldest first. */
  public List<RecordChange> of(CustomerId customer) {
    return handle
        .createQuery(
            """
            SELECT record, field, customer, old_value, new_value, imported_at, source, line
            FROM record_change
            WHERE customer = :customer
            ORDER BY id
            """)
        .bind("customer", customer.value())
        .map(Row.as(RecordChangeDao::change))
        .list();
  }

  /** As {@link #of(CustomerId)}, without what was imported after the moment. */
  List<RecordChange> of(CustomerId customer, Instant asOf) {
    return of(customer).stream().filter(change -> !change.importedAt().isAfter(asOf)).toList();
  }

  public void insert(Collection<RecordChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    long number = NUMBERS.allocate(handle, changes.size());
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO record_change (id, record, field, customer, old_value, new_value, imported_at, source, line)
            VALUES (:id, :record, :field, :customer, :oldValue, :newValue, :importedAt, :source, :line)
            """);
    for (RecordChange change : changes) {
      CustomerId customer = change.customer();
      batch
          .bind("id", number++)
          .bind("record", change.field().record().toString())
          .bind("field", change.field().field())
          .bind("customer", customer == null ? null : customer.value())
          .bind("oldValue", change.oldValue())
          .bind("newValue", change.newValue())
          .bind("importedAt", IsoText.of(change.importedAt()))
          .bind("source", change.source())
          .bind("line", change.line())
          .add();
    }
    batch.execute();
  }

  private static RecordChange change(Row row) {
    String customer = row.textOrNull("customer");
    return new RecordChange(
        new RecordField(RecordId.parse(row.text("record")).orElseThrow(), row.text("field")),
        customer == null ? null : new CustomerId(customer),
        row.text("old_value"),
        row.text("new_value"),
        row.instant("imported_at"),
        row.text("source"),
        row.bigNumber("line"));
  }
}
