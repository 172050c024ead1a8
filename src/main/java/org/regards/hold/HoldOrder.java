package org.regards.hold;

import java.time.LocalDate;
import java.util.Set;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;

/**
 * What a person says when setting a hold.
 *
 * @param causeRecord may be empty when there is a cause in words, and the other way round
 * @param releasers who may lift it, or none for all those whom its kind allows
 */
public record HoldOrder(
    CustomerId customer,
    HoldKind kind,
    String causeRecord,
    String cause,
    StaffId owner,
    StaffId heldBy,
    LocalDate due,
    Set<Role> releasers) {
  public HoldOrder {
    releasers = Set.copyOf(releasers);
    if (causeRecord.isBlank() && cause.isBlank()) {
      throw new IllegalArgumentException("a hold needs a cause");
    }
  }
}
