package org.regards.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose fault a case is, as the business found. */
public enum Fault {
  OURS,
  THEIRS,
  SHARED,
  NOBODY,
  UNKNOWN;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
