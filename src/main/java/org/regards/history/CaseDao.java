package org.regards.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Cases in the store, as they stand now. Lives as long as its handle. */
public final class CaseDao {
  private final Handle handle;

  public CaseDao(Handle handle) {
    this.handle = handle;
  }

  /** Those of the cases that there are, in no order. */
  public List<CaseFile> find(Collection<CaseId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, customer, opened, order_id, about, asked, asked_minor, granted_minor, currency,
                   policy, fault, state, resolved
            FROM case_file
            WHERE id IN (<ids>)
            """)
        .bindList("ids", ids.stream().map(CaseId::value).toList())
        .map(Row.as(CaseDao::caseFile))
        .list();
  }

  /** Opened on or before the day, in no order. */
  List<CaseFile> ofCustomers(Collection<CustomerId> customers, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT id, customer, opened, order_id, about, asked, asked_minor, granted_minor, currency,
                   policy, fault, state, resolved
            FROM case_file
            WHERE customer IN (<customers>) AND opened <= :day
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("day", IsoText.of(day))
        .map(Row.as(CaseDao::caseFile))
        .list();
  }

  public void insert(Collection<CaseFile> cases) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO case_file (id, customer, opened, order_id, about, asked, asked_minor, granted_minor,
                                   currency, policy, fault, state, resolved)
            VALUES (:id, :customer, :opened, :order, :about, :asked, :askedMinor, :grantedMinor,
                    :currency, :policy, :fault, :state, :resolved)
            """);
    cases.forEach(file -> bind(batch, file).add());
    batch.execute();
  }

  public void update(Collection<CaseFile> cases) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE case_file
            SET customer = :customer, opened = :opened, order_id = :order, about = :about, asked = :asked,
                asked_minor = :askedMinor, granted_minor = :grantedMinor, currency = :currency,
                policy = :policy, fault = :fault, state = :state, resolved = :resolved
            WHERE id = :id
            """);
    cases.forEach(file -> bind(batch, file).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, CaseFile file) {
    OrderId order = file.order();
    PolicyId policy = file.policy();
    return batch
        .bind("id", file.id().value())
        .bind("customer", file.customer().value())
        .bind("opened", IsoText.of(file.opened()))
        .bind("order", order == null ? null : order.value())
        .bind("about", file.about())
        .bind("asked", file.asked())
        .bind("askedMinor", minor(file.askedAmount()))
        .bind("grantedMinor", minor(file.grantedAmount()))
        .bind("currency", currency(file.askedAmount(), file.grantedAmount()))
        .bind("policy", policy == null ? null : policy.value())
        .bind("fault", file.fault().word())
        .bind("state", file.state().word())
        .bind("resolved", IsoText.orNull(file.resolved()));
  }

  private static CaseFile caseFile(Row row) {
    String order = row.textOrNull("order_id");
    String policy = row.textOrNull("policy");
    return new CaseFile(
        new CaseId(row.text("id")),
        new CustomerId(row.text("customer")),
        row.date("opened"),
        order == null ? null : new OrderId(order),
        row.text("about"),
        row.text("asked"),
        row.moneyOrNull("asked_minor", "currency"),
        policy == null ? null : new PolicyId(policy),
        Fault.of(row.text("fault")).orElseThrow(),
        CaseState.of(row.text("state")).orElseThrow(),
        row.moneyOrNull("granted_minor", "currency"),
        row.dateOrNull("resolved"));
  }

  private static @Nullable Long minor(@Nullable Money amount) {
    return amount == null ? null : amount.getAmountMinorLong();
  }

  private static @Nullable String currency(@Nullable Money asked, @Nullable Money granted) {
    Money either = asked == null ? granted : asked;
    return either == null ? null : either.getCurrencyUnit().getCode();
  }
}
