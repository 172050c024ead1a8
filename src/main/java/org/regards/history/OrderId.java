package org.regards.history;

/** The business's own key of an order, as imported. */
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the key of an order must not be blank");
    }
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
