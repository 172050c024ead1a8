package org.regards.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How things stand between a customer and us. */
public enum CustomerStatus {
  ACTIVE,
  /** The relationship has ended; only a card or an answer may still follow. */
  ENDED,
  /** The customer asked not to be written to. */
  DO_NOT_CONTACT;

  /** The word that files and the store hold, for example {@code do-not-contact}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CustomerStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }
}
