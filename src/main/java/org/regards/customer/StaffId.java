package org.regards.customer;

/** The business's own key of a member of staff, as imported. */
public record StaffId(String value) implements Comparable<StaffId> {
  public StaffId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the key of a member of staff must not be blank");
    }
  }

  @Override
  public int compareTo(StaffId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
