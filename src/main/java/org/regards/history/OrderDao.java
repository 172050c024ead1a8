package org.regards.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.customer.CustomerId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Orders, refunds and credits in the store. Lives as long as its handle. */
public final class OrderDao {
  private final Handle handle;

  public OrderDao(Handle handle) {
    this.handle = handle;
  }

  /** Those of the orders that there are, in no order. */
  public List<Order> find(Collection<OrderId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, customer, ordered_on, kind, amount_minor, currency, description, refers_to
            FROM customer_order
            WHERE id IN (<ids>)
            """)
        .bindList("ids", ids.stream().map(OrderId::value).toList())
        .map(Row.as(OrderDao::order))
        .list();
  }

  /** Dated on or before the day, in no order. */
  List<Order> ofCustomers(Collection<CustomerId> customers, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT id, customer, ordered_on, kind, amount_minor, currency, description, refers_to
            FROM customer_order
            WHERE customer IN (<customers>) AND ordered_on <= :day
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("day", IsoText.of(day))
        .map(Row.as(OrderDao::order))
        .list();
  }

  /** Whose the orders are; keys of no order are left out. */
  public Map<OrderId, CustomerId> owners(Collection<OrderId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT id, customer FROM customer_order WHERE id IN (<ids>)")
        .bindList("ids", ids.stream().map(OrderId::value).toList())
        .map(
            Row.as(
                row ->
                    Map.entry(new OrderId(row.text("id")), new CustomerId(row.text("customer")))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public void insert(Collection<Order> orders) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO customer_order (id, customer, ordered_on, kind, amount_minor, currency, description, refers_to)
            VALUES (:id, :customer, :day, :kind, :amount, :currency, :description, :refersTo)
            """);
    orders.forEach(order -> bind(batch, order).add());
    batch.execute();
  }

  public void update(Collection<Order> orders) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE customer_order
            SET customer = :customer, ordered_on = :day, kind = :kind, amount_minor = :amount,
                currency = :currency, description = :description, refers_to = :refersTo
            WHERE id = :id
            """);
    orders.forEach(order -> bind(batch, order).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, Order order) {
    OrderId refersTo = order.refersTo();
    return batch
        .bind("id", order.id().value())
        .bind("customer", order.customer().value())
        .bind("day", IsoText.of(order.date()))
        .bind("kind", order.kind().word())
        .bind("amount", order.amount().getAmountMinorLong())
        .bind("currency", order.amount().getCurrencyUnit().getCode())
        .bind("description", order.description())
        .bind("refersTo", refersTo == null ? null : refersTo.value());
  }

  private static Order order(Row row) {
    String refersTo = row.textOrNull("refers_to");
    return new Order(
        new OrderId(row.text("id")),
        new CustomerId(row.text("customer")),
        row.date("ordered_on"),
        OrderKind.of(row.text("kind")).orElseThrow(),
        row.money("amount_minor", "currency"),
        row.text("description"),
        refersTo == null ? null : new OrderId(refersTo));
  }
}
