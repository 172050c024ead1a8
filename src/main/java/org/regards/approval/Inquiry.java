package org.regards.approval;

import org.regards.customer.CustomerId;
import org.regards.letter.LetterHead;

/**
 * Something that is being looked into.
 *
 * @param task the number of the task
 * @param cause the record that called for it, or empty
 */
record Inquiry(long task, CustomerId customer, String cause) {
  private static final String CASE = "case/";

  /** About another case it does not matter; else about all that the customer has asked. */
  boolean isAbout(LetterHead head) {
    return customer.equals(head.recipient().customer())
        && (!cause.startsWith(CASE) || head.caseId() == null || cause.equals(CASE + head.caseId()));
  }

  String words() {
    return "it is still being looked into (task K-%d); no answer before that is done: regards task done K-%d"
        .formatted(task, task);
  }
}
