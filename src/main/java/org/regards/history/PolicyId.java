package org.regards.history;

/** The business's own key of a policy, as imported. */
public record PolicyId(String value) implements Comparable<PolicyId> {
  public PolicyId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the key of a policy must not be blank");
    }
  }

  @Override
  public int compareTo(PolicyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
