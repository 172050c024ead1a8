package org.regards.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;

/**
 * Nothing goes to a customer by any channel.
 *
 * @param causeRecord the record that caused it, for example {@code interaction/I-9}, or empty
 * @param cause in words; may be empty when there is a record
 * @param owner who decides what comes next
 * @param due the last day of a pause; of the others the day by which the owner decides
 * @param releasers who may lift it
 * @param lifted how it was lifted, or null while it was not
 */
public record Hold(
    HoldId id,
    CustomerId customer,
    HoldKind kind,
    String causeRecord,
    String cause,
    StaffId owner,
    StaffId heldBy,
    Instant heldAt,
    LocalDate due,
    Set<Role> releasers,
    @Nullable Lift lifted) {
  public Hold {
    releasers = Set.copyOf(releasers);
  }

  /** Who lifted a hold, when and why. */
  public record Lift(StaffId by, Instant at, String reason) {}

  /** Whether it stops letters at a moment: a pause ends by itself, the others wait for a person. */
  public boolean isActive(Instant now) {
    return lifted == null && (kind != HoldKind.PAUSE || !isPastDue(now));
  }

  /** Whether it stood at a moment of the past, as history has it. */
  public boolean stoodAt(Instant moment) {
    return !heldAt.isAfter(moment)
        && (lifted == null || lifted.at().isAfter(moment))
        && (kind != HoldKind.PAUSE || !isPastDue(moment));
  }

  /** Whether its last day, in UTC, is over. */
  public boolean isPastDue(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(due);
  }

  /** As a sentence that says what stands, by whom, until when, and what can be done. */
  public String message() {
    return "%s stops every letter to %s: %s, %s. %s, owner %s. Who may lift it: %s (regards lift %s)."
        .formatted(
            id,
            customer,
            kind.words(),
            because(),
            kind == HoldKind.PAUSE ? "Its last day is " + due : "To be decided by " + due,
            owner,
            Roles.words(releasers),
            id);
  }

  /** The cause: what a person wrote, with the record. */
  public String because() {
    if (cause.isBlank()) {
      return causeRecord;
    }
    return causeRecord.isBlank() ? cause : "%s (%s)".formatted(cause, causeRecord);
  }

  /** Whether it stops a letter at a moment: the one that announced a pause is not stopped by it. */
  public boolean stops(long letter, Instant now) {
    return isActive(now) && !causeRecord.equals("letter/L-" + letter);
  }

  /** While it lasts nothing of the customer's may be erased. */
  public boolean stopsErasure(Instant now) {
    return kind == HoldKind.LEGAL && isActive(now);
  }
}
