package org.regards.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;
import org.regards.task.Task;
import org.regards.task.TaskDao;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;

/** What a customer has taught us goes to the owner, who can change something. */
final class MendCause {
  /** In which the owner says what will be done about it. */
  private static final int DAYS = 14;

  private MendCause() {}

  /** Opens the task, unless the owner has one for this cause that is not done. */
  static Optional<Task> open(
      Handle handle,
      CustomerId customer,
      String cause,
      String words,
      StaffId by,
      LocalDate today,
      Instant now) {
    TaskDao tasks = new TaskDao(handle);
    boolean isKnown =
        tasks.of(cause).stream()
            .anyMatch(task -> task.isOpen() && task.order().kind() == TaskKind.MEND_CAUSE);
    return isKnown
        ? Optional.empty()
        : Optional.of(
            tasks.open(
                new TaskOrder(
                    TaskKind.MEND_CAUSE,
                    customer,
                    cause,
                    words,
                    TaskOrder.anybody(Role.OWNER),
                    today.plusDays(DAYS)),
                Actor.of(by),
                now));
  }
}
