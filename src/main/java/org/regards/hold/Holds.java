package org.regards.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.ErasureDao;
import org.regards.customer.ErasureDao.Tombstone;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.Tag;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;
import org.regards.task.Task;
import org.regards.task.TaskId;

/** Sets, lifts and lists holds. */
public final class Holds {
  private static final int SHOWN_NEAR = 3;

  private final Database database;
  private final Playbooks playbooks;
  private final Dossiers dossiers;

  public Holds(Database database, Playbooks playbooks, Dossiers dossiers) {
    this.database = database;
    this.playbooks = playbooks;
    this.dossiers = dossiers;
  }

  /**
   * Stops all that goes to the customer, from now on, and opens the tasks that come with it.
   *
   * @throws UnknownCustomerException when there is no such customer
   * @throws UnknownStaffException when the owner, or whoever sets it, is not here
   */
  public Holding set(HoldOrder order, Instant now) {
    return switch (prepare(order, now)) {
      case Prepared.Refused(Holding why) -> why;
      case Prepared.Ready ready ->
          database.write(
              handle -> {
                Optional<Tombstone> erased = erased(handle, ready.order());
                return erased.isPresent()
                    ? new Holding.ErasedBefore(erased.get())
                    : write(handle, ready, now);
              });
    };
  }

  /** That nothing is left for a legal hold to keep; an erasure that is under way ends first. */
  private static Optional<Tombstone> erased(Handle handle, HoldOrder order) {
    new CustomerDao(handle).lock(order.customer());
    return order.kind() == HoldKind.LEGAL
        ? new ErasureDao(handle).find(order.customer())
        : Optional.empty();
  }

  /** A hold that may be set, or why not. */
  sealed interface Prepared {
    record Ready(HoldOrder order, Checklist checklist, Set<Tag> tags) implements Prepared {
      public Ready {
        tags = Set.copyOf(tags);
      }
    }

    record Refused(Holding why) implements Prepared {}
  }

  /** Checks an order before the transaction that writes it. */
  Prepared prepare(HoldOrder order, Instant now) {
    Playbook playbook = playbooks.load();
    playbook.required(order.owner());
    StaffMember setter = playbook.required(order.heldBy());
    Dossier dossier = dossier(order.customer(), now);
    LocalDate today = day(now);
    HoldKind kind = order.kind();
    if (!kind.setters().contains(setter.role())) {
      return new Prepared.Refused(new Holding.NotAllowed(kind, kind.setters()));
    }
    if (!kind.releasers().containsAll(order.releasers())) {
      return new Prepared.Refused(new Holding.WrongReleasers(kind, kind.releasers()));
    }
    if (order.due().isBefore(today)) {
      return new Prepared.Refused(new Holding.Past(order.due(), today));
    }
    LocalDate latest = today.plusDays(playbook.plan(today).pauses().longest());
    if (kind == HoldKind.PAUSE && order.due().isAfter(latest)) {
      return new Prepared.Refused(new Holding.TooLong(order.due(), latest));
    }
    if (!CauseRecord.isOf(dossier, order.causeRecord())) {
      return new Prepared.Refused(new Holding.UnknownCause(order.causeRecord()));
    }
    return new Prepared.Ready(
        order,
        new Checklist(playbook.plan(today), today),
        CauseRecord.tags(dossier, order.causeRecord()));
  }

  /** Sets a hold within the caller's transaction. */
  static Holding.Held write(Handle handle, Prepared.Ready ready, Instant now) {
    HoldOrder order = ready.order();
    Hold hold = new HoldDao(handle).add(order, now);
    List<Task> tasks = ready.checklist().open(handle, hold, ready.tags());
    AuditTrail.add(
        handle,
        now,
        new Deed(
            Actor.of(order.heldBy()),
            Act.HELD,
            hold.id().record(),
            order.customer(),
            hold.because()));
    return new Holding.Held(hold, tasks);
  }

  /**
   * Lifts a hold: letters go again, unless another one stands.
   *
   * @throws UnknownHoldException when there is no such hold
   */
  public Lifting lift(HoldId id, StaffId by, String reason, Instant now) {
    StaffMember member = playbooks.load().required(by);
    return database.write(
        handle -> {
          HoldDao holds = new HoldDao(handle);
          Hold hold = holds.find(id).orElseThrow(() -> new UnknownHoldException(id));
          if (!hold.isActive(now)) {
            return new Lifting.OverAlready(hold);
          }
          if (!hold.releasers().contains(member.role())) {
            return new Lifting.NotAllowed(hold);
          }
          if (!holds.lift(id, new Hold.Lift(by, now, reason))) {
            return new Lifting.OverAlready(hold);
          }
          Checklist.close(handle, hold, Actor.of(by), now);
          AuditTrail.add(
              handle,
              now,
              new Deed(Actor.of(by), Act.LIFTED, id.record(), hold.customer(), reason));
          return new Lifting.Lifted(hold);
        });
  }

  /**
   * Lets one letter go in spite of the holds that stand now: what the law wants, what is owed. A
   * hold that is set later stops it again.
   *
   * @param letter the number of the letter
   * @param essential what of the plan's list it is, in the plan's words
   */
  public Passing letPass(
      long letter, CustomerId customer, StaffId by, String essential, String reason, Instant now) {
    Playbook playbook = playbooks.load();
    Role role = playbook.required(by).role();
    List<String> listed = playbook.plan(day(now)).duties().essential();
    Optional<String> named =
        listed.stream().filter(one -> one.strip().equalsIgnoreCase(essential.strip())).findFirst();
    if (named.isEmpty()) {
      return new Passing.NotEssential(essential.strip(), listed);
    }
    return database.write(
        handle -> {
          HoldDao holds = new HoldDao(handle);
          Set<HoldId> before = holds.passes(List.of(letter)).getOrDefault(letter, Set.of());
          List<Hold> stopping =
              holds.standing(List.of(customer), now).getOrDefault(customer, List.of()).stream()
                  .filter(hold -> hold.stops(letter, now) && !before.contains(hold.id()))
                  .toList();
          for (Hold hold : stopping) {
            if (!hold.kind().passers().contains(role)) {
              return new Passing.NotAllowed(hold);
            }
          }
          UndecidedDao threats = new UndecidedDao(handle);
          Set<TaskId> known = threats.passes(List.of(letter)).getOrDefault(letter, Set.of());
          List<Undecided> undecided =
              threats.of(List.of(customer)).getOrDefault(customer, List.of()).stream()
                  .filter(one -> !known.contains(one.task()))
                  .toList();
          if (!undecided.isEmpty() && !HoldKind.STOP.passers().contains(role)) {
            return new Passing.NotAllowedYet(undecided.getFirst().task());
          }
          if (stopping.isEmpty() && undecided.isEmpty()) {
            return new Passing.NothingHolds();
          }
          Hold.Lift word = new Hold.Lift(by, now, reason);
          stopping.forEach(hold -> holds.pass(letter, hold.id(), named.get(), word));
          undecided.forEach(one -> threats.pass(letter, one.task(), named.get(), word));
          AuditTrail.add(
              handle,
              now,
              new Deed(
                  Actor.of(by),
                  Act.LET_PASS,
                  "letter/L-" + letter,
                  customer,
                  named.get() + ": " + reason));
          return new Passing.LetPass(stopping, undecided);
        });
  }

  /**
   * Those that nobody has lifted, by the day they are due; among them pauses that have ended, so
   * that somebody sees to what waits.
   */
  public List<Hold> unlifted() {
    return database.read(handle -> new HoldDao(handle).unlifted());
  }

  /**
   * All of a customer, lifted ones too, oldest first.
   *
   * @throws UnknownCustomerException when there is no such customer
   */
  public List<Hold> of(CustomerId customer) {
    return database.read(
        handle -> {
          CustomerDao customers = new CustomerDao(handle);
          if (customers.find(customer).isEmpty()) {
            throw new UnknownCustomerException(
                customer, customers.near(customer.value(), SHOWN_NEAR));
          }
          return new HoldDao(handle).of(customer);
        });
  }

  /** Those of a customer that stood at a moment, oldest first. */
  public List<Hold> standing(CustomerId customer, Instant moment) {
    return of(customer).stream().filter(hold -> hold.stoodAt(moment)).toList();
  }

  private Dossier dossier(CustomerId customer, Instant now) {
    return dossiers
        .of(customer, now)
        .orElseThrow(
            () ->
                new UnknownCustomerException(
                    customer,
                    database.read(
                        handle -> new CustomerDao(handle).near(customer.value(), SHOWN_NEAR))));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
