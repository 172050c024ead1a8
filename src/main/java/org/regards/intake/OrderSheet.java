package org.regards.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.Order;
import org.regards.history.OrderDao;
import org.regards.history.OrderId;
import org.regards.history.OrderKind;
import org.regards.store.IsoText;
import org.regards.store.RecordKind;

/** {@code orders.csv}. */
final class OrderSheet implements Sheet<Order> {
  @Override
  public String name() {
    return "orders";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.ORDER;
  }

  @Override
  public boolean refersToItself() {
    return true;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "order", "customer", "date", "kind", "amount", "currency", "description", "refers_to");
  }

  @Override
  public Order read(Cells cells) {
    String refersTo = cells.keyOrNull("refers_to");
    String key = cells.key("order");
    if (key.equals(refersTo)) {
      cells.problem("refers_to", "refers_to names the order itself, expected another one or none");
    }
    return new Order(
        new OrderId(key),
        new CustomerId(cells.key("customer")),
        cells.date("date"),
        cells.word("kind", OrderKind::of, OrderKind.values(), OrderKind::word),
        cells.money("amount", "currency"),
        cells.text("description"),
        refersTo == null ? null : new OrderId(refersTo));
  }

  @Override
  public List<String> write(Order order) {
    OrderId refersTo = order.refersTo();
    return List.of(
        order.id().value(),
        order.customer().value(),
        IsoText.of(order.date()),
        order.kind().word(),
        order.amount().getAmount().toPlainString(),
        order.amount().getCurrencyUnit().getCode(),
        order.description(),
        refersTo == null ? "" : refersTo.value());
  }

  @Override
  public String key(Order order) {
    return order.id().value();
  }

  @Override
  public @Nullable CustomerId customer(Order order) {
    return order.customer();
  }

  @Override
  public List<Reference> references(Order order) {
    Reference customer = new Reference("customer", RecordKind.CUSTOMER, order.customer().value());
    OrderId refersTo = order.refersTo();
    return refersTo == null
        ? List.of(customer)
        : List.of(customer, new Reference("refers_to", RecordKind.ORDER, refersTo.value()));
  }

  @Override
  public List<Reference> mentions(Order order) {
    return List.of();
  }

  @Override
  public List<Order> stored(Handle handle, List<Order> orders) {
    return new OrderDao(handle).find(orders.stream().map(Order::id).toList());
  }

  @Override
  public void insert(Handle handle, List<Order> orders) {
    new OrderDao(handle).insert(orders);
  }

  @Override
  public void update(Handle handle, List<Order> orders) {
    new OrderDao(handle).update(orders);
  }
}
