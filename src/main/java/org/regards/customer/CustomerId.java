package org.regards.customer;

/** The business's own key of a customer, as imported. */
public record CustomerId(String value) implements Comparable<CustomerId> {
  public CustomerId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the key of a customer must not be blank");
    }
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
