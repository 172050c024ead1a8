package org.regards.playbook;

import java.util.Set;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;

/**
 * A person who works here and may sign a letter.
 *
 * @param title what stands under the name, for example {@code Head of customer care}
 * @param trainedOn the policies the person was trained on
 */
public record StaffMember(
    StaffId id,
    String name,
    Role role,
    String email,
    String phone,
    String title,
    Set<PolicyId> trainedOn) {
  public StaffMember {
    trainedOn = Set.copyOf(trainedOn);
  }
}
