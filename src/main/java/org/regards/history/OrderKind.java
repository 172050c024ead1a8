package org.regards.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the order book is. */
public enum OrderKind {
  ORDER,
  /** Money back; refers to the order it was paid for. */
  REFUND,
  /** A credit on a later order; refers to the order it was given for. */
  CREDIT;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OrderKind> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
