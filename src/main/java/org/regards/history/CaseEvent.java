package org.regards.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;

/** What a person here decided of a case, beside what imports say of it. */
public record CaseEvent(
    CaseId caseId, CustomerId customer, Kind kind, StaffId by, Instant at, String reason) {

  /** What was decided. */
  public enum Kind {
    CLOSED,
    /** Something new came up after it was closed. */
    REOPENED;

    /** The word that the store holds. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The day of the decision, in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
