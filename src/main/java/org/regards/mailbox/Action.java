package org.regards.mailbox;

import java.util.Locale;
import java.util.Optional;

/** What became of a message on its way to one recipient: RFC 3464 2.3.3. */
public enum Action {
  FAILED,
  DELAYED,
  DELIVERED,
  RELAYED,
  EXPANDED;

  /** The word of RFC 3464. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the field as programs write it, with remarks and other forms of the word. */
  static Optional<Action> of(String field) {
    String word = field.strip().toLowerCase(Locale.ROOT);
    if (word.startsWith("fail") || word.startsWith("undeliver") || word.startsWith("expired")) {
      return Optional.of(FAILED);
    }
    if (word.startsWith("delay") || word.startsWith("deferred")) {
      return Optional.of(DELAYED);
    }
    if (word.startsWith("deliver")) {
      return Optional.of(DELIVERED);
    }
    if (word.startsWith("relay")) {
      return Optional.of(RELAYED);
    }
    return word.startsWith("expand") ? Optional.of(EXPANDED) : Optional.empty();
  }

  /** Whether the message is on its way or arrived. */
  boolean isGood() {
    return this == DELIVERED || this == RELAYED || this == EXPANDED;
  }
}
