package org.regards.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who wrote or called. */
public enum Direction {
  /** The customer to us. */
  IN,
  /** We to the customer. */
  OUT;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Direction> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
