package org.regards.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a contact took place. */
public enum Channel {
  EMAIL,
  PHONE,
  LETTER,
  VISIT,
  CHAT,
  SOCIAL,
  REVIEW;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an incoming contact over it is recorded in the customer's own written words. */
  public boolean keepsOwnWords() {
    return switch (this) {
      case EMAIL, LETTER, CHAT, SOCIAL, REVIEW -> true;
      case PHONE, VISIT -> false;
    };
  }

  public static Optional<Channel> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
