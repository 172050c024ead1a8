package org.regards.outcome;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;

/**
 * What a customer answered to an invitation.
 *
 * @param letter the invitation, for example {@code L-9}
 * @param cause what it is about: {@code case/K-340} or {@code policy/R-2}; empty for an opt-out
 */
public record Answer(
    String letter,
    CustomerId customer,
    Kind kind,
    String cause,
    String words,
    StaffId takenBy,
    Instant at) {

  /** What kind of answer it is. */
  public enum Kind {
    SAID,
    /** Does not want to be asked again. */
    OPTED_OUT;

    /** The word that the store holds. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow();
    }
  }
}
