package org.regards.history;

/** The business's own key of an interaction, as imported. */
public record InteractionId(String value) implements Comparable<InteractionId> {
  public InteractionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the key of an interaction must not be blank");
    }
  }

  @Override
  public int compareTo(InteractionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
