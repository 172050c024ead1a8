package org.regards.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person marked a contact as. */
public enum Tag {
  COMPLAINT,
  PRAISE,
  QUESTION,
  THANKS,
  ABUSE,
  HARASSMENT,
  IMPEDING,
  THREAT_LEGAL,
  THREAT_VANDALISM,
  THREAT_RETALIATION,
  THREAT_PHYSICAL,
  /** Sent by a machine: not a contact of the customer's. */
  AUTO_REPLY;

  /** The word that files and the store hold, for example {@code threat:legal}. */
  public String word() {
    String lower = name().toLowerCase(Locale.ROOT);
    return lower.startsWith("threat_") ? lower.replace('_', ':') : lower.replace('_', '-');
  }

  public static Optional<Tag> of(String word) {
    return Arrays.stream(values()).filter(tag -> tag.word().equals(word)).findFirst();
  }

  /** Kind words: praise or thanks. */
  public boolean isKind() {
    return this == PRAISE || this == THANKS;
  }

  /**
   * Conduct that a pause may answer: abuse, harassment, impeding, a threat. Announcing a lawsuit is
   * a right, and counsel answers it.
   */
  public boolean isConduct() {
    return switch (this) {
      case ABUSE, HARASSMENT, IMPEDING, THREAT_VANDALISM, THREAT_RETALIATION, THREAT_PHYSICAL ->
          true;
      case COMPLAINT, PRAISE, QUESTION, THANKS, THREAT_LEGAL, AUTO_REPLY -> false;
    };
  }
}
