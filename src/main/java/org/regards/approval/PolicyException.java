package org.regards.approval;

import java.time.Instant;
import org.joda.money.Money;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.letter.LetterId;
import org.regards.playbook.Role;

/**
 * A line of the ledger of exceptions: one letter may give more than its policy does.
 *
 * @param most up to how much
 * @param role that whoever decided it had then
 */
public record PolicyException(
    LetterId letter,
    CustomerId customer,
    PolicyId policy,
    Money most,
    StaffId by,
    Role role,
    String because,
    Instant at) {
  /** Whether an amount stays within it. */
  boolean covers(Money amount) {
    return most.isSameCurrency(amount) && !most.isLessThan(amount);
  }
}
