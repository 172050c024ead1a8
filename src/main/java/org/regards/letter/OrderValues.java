package org.regards.letter;

import org.regards.history.Order;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** An order as templates see one. */
final class OrderValues {
  private OrderValues() {}

  static TemplateValue.Group of(String name, Order order) {
    return new ValueGroup(name, new RecordId(RecordKind.ORDER, order.id().value()))
        .text("id", order.id().value())
        .day("date", order.date())
        .money("amount", order.amount())
        .text("description", order.description())
        .build();
  }
}
