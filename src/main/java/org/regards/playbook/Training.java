package org.regards.playbook;

import java.time.LocalDate;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;

/**
 * Somebody was trained on a version of a policy.
 *
 * @param until the last day on which it counts
 */
public record Training(StaffId staff, PolicyId policy, int version, LocalDate on, LocalDate until) {
  public boolean countsOn(LocalDate day) {
    return !day.isBefore(on) && !day.isAfter(until);
  }
}
