package org.regards.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a case stands. */
public enum CaseState {
  OPEN,
  /** We made an offer and wait for the answer. */
  OFFERED,
  /** The customer refused our offer. */
  REFUSED,
  /** We granted what was asked, or part of it. */
  UPHELD,
  REJECTED,
  CLOSED;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CaseState> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
