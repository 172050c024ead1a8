package org.regards.playbook;

import java.util.List;
import org.regards.customer.StaffId;
import org.regards.language.RegardsException;

/** There is nobody here with the staff id that was named. */
public final class UnknownStaffException extends RegardsException {
  public UnknownStaffException(StaffId id, List<StaffMember> known) {
    super(
        known.isEmpty()
            ? "Nobody here has the staff id %s; import staff.csv first.".formatted(id)
            : "Nobody here has the staff id %s; there is %s."
                .formatted(
                    id, String.join(", ", known.stream().map(one -> one.id().value()).toList())));
  }
}
