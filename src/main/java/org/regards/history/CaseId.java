package org.regards.history;

/** The business's own key of a case, as imported. */
public record CaseId(String value) implements Comparable<CaseId> {
  public CaseId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the key of a case must not be blank");
    }
  }

  @Override
  public int compareTo(CaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
