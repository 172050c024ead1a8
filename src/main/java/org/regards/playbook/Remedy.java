package org.regards.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a policy lets us give. */
public enum Remedy {
  /** On a later order. */
  CREDIT,
  /** Money back. */
  REFUND,
  /** Off the next order. */
  DISCOUNT;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Remedy> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
