package org.regards.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.task.TaskDao;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;

/**
 * A pause that a letter announces; it begins when the letter leaves.
 *
 * @param letter the number of the letter
 * @param until its last day
 * @param review the day on which somebody looks at it again
 * @param signatory who signed the letter, and sees to the pause
 */
public record AnnouncedPause(
    long letter, CustomerId customer, LocalDate until, LocalDate review, StaffId signatory) {
  /**
   * In the transaction in which the letter leaves. Once for each letter, and not when it is over.
   */
  public void begin(Handle handle, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String record = "letter/L-" + letter;
    HoldDao holds = new HoldDao(handle);
    if (until.isBefore(today)
        || holds.of(customer).stream().anyMatch(hold -> hold.causeRecord().equals(record))) {
      return;
    }
    Hold hold =
        holds.add(
            new HoldOrder(
                customer, HoldKind.PAUSE, record, "", signatory, signatory, until, Set.of()),
            now);
    new TaskDao(handle)
        .open(
            new TaskOrder(
                TaskKind.REVIEW_PAUSE,
                customer,
                hold.id().record(),
                "",
                TaskOrder.person(signatory),
                review.isBefore(today) ? today : review),
            Actor.PROGRAM,
            now);
    AuditTrail.add(
        handle,
        now,
        new Deed(Actor.PROGRAM, Act.HELD, hold.id().record(), customer, hold.because()));
  }
}
