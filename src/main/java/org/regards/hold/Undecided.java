package org.regards.hold;

import org.regards.customer.CustomerId;
import org.regards.task.TaskId;

/**
 * A threat to people, things or our name of which nobody has decided yet whether a hold is set: all
 * waits until somebody has.
 *
 * @param causeRecord the contact that holds the threat
 */
public record Undecided(TaskId task, CustomerId customer, String causeRecord) {
  /** Why nothing goes, and what to do. */
  public String message() {
    return "A threat of %s was confirmed (%s), and whether everything is held is not decided (task %s). Decide: regards hold %s --kind stop --record %s --owner STAFF --due DAY --as STAFF, or, when letters may go: regards task done %s --because REASON --as STAFF."
        .formatted(customer, causeRecord, task, customer, causeRecord, task);
  }
}
