package org.regards.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;

/** Takes a customer over from a colleague who was degraded, and stops everything meanwhile. */
public final class TakeOvers {
  private static final Set<Role> DECIDERS = Set.of(Role.SUPERVISOR, Role.MANAGER, Role.OWNER);
  private static final int SHOWN_NEAR = 3;

  private final Database database;
  private final Playbooks playbooks;
  private final Holds holds;

  public TakeOvers(Database database, Playbooks playbooks, Holds holds) {
    this.database = database;
    this.playbooks = playbooks;
    this.holds = holds;
  }

  /**
   * Who takes over what.
   *
   * @param from the colleague who looked after the customer
   * @param kind of the hold that comes with it: a stop, or a pause
   * @param causeRecord the contact that it is about, or empty
   * @param due of the hold, or null for as long as the plan says
   */
  public record TakeOver(
      CustomerId customer,
      StaffId from,
      StaffId to,
      HoldKind kind,
      String causeRecord,
      String reason,
      @Nullable LocalDate due) {}

  /**
   * Gives the customer another account manager, and sets the hold.
   *
   * @throws UnknownCustomerException when there is no such customer
   * @throws UnknownStaffException when one of the people is not here
   */
  public TakenOver take(TakeOver order, StaffId by, Instant now) {
    Playbook playbook = playbooks.load();
    StaffMember decider = playbook.required(by);
    playbook.required(order.from());
    playbook.required(order.to());
    if (!DECIDERS.contains(decider.role())) {
      return new TakenOver.NotAllowed(DECIDERS);
    }
    if (order.from().equals(order.to())) {
      return new TakenOver.SamePerson(order.to());
    }
    return switch (holds.prepare(hold(order, by, playbook, now), now)) {
      case Holds.Prepared.Refused(Holding why) -> new TakenOver.NoHold(why);
      case Holds.Prepared.Ready ready ->
          database.write(handle -> take(handle, order, ready, by, now));
    };
  }

  private static HoldOrder hold(TakeOver order, StaffId by, Playbook playbook, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var plan = playbook.plan(today);
    int days = order.kind() == HoldKind.PAUSE ? plan.pauses().days() : plan.duties().takeOverDays();
    LocalDate due = order.due();
    return new HoldOrder(
        order.customer(),
        order.kind(),
        order.causeRecord(),
        order.reason(),
        by,
        by,
        due == null ? today.plusDays(days) : due,
        Set.of());
  }

  private static TakenOver take(
      Handle handle, TakeOver order, Holds.Prepared.Ready ready, StaffId by, Instant now) {
    CustomerDao customers = new CustomerDao(handle);
    Customer customer =
        customers
            .find(order.customer())
            .orElseThrow(
                () ->
                    new UnknownCustomerException(
                        order.customer(), customers.near(order.customer().value(), SHOWN_NEAR)));
    if (!order.from().equals(customer.accountManager())) {
      return new TakenOver.NotTheirs(customer.accountManager());
    }
    customers.update(List.of(customer.with(order.to())));
    new TakeOverDao(handle).insert(order, by, now);
    Holding.Held held = Holds.write(handle, ready, now);
    AuditTrail.add(
        handle,
        now,
        new Deed(
            Actor.of(by),
            Act.EDITED,
            "customer/" + order.customer(),
            order.customer(),
            "account manager %s in the place of %s: %s"
                .formatted(order.to(), order.from(), order.reason())));
    return new TakenOver.Done(held.hold());
  }
}
