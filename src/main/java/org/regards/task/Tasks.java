package org.regards.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
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

/** Opens, lists and closes tasks. */
public final class Tasks {
  private static final int SHOWN_NEAR = 3;

  private final Database database;
  private final Playbooks playbooks;

  public Tasks(Database database, Playbooks playbooks) {
    this.database = database;
    this.playbooks = playbooks;
  }

  /**
   * Opens a task.
   *
   * @throws UnknownCustomerException when it is about a customer whom the store does not have
   * @throws UnknownStaffException when it is for somebody who is not here
   */
  public Task open(TaskOrder order, StaffId by, Instant now) {
    Playbook playbook = playbooks.load();
    playbook.required(by);
    if (order.doer() instanceof TaskOrder.Doer.Person one) {
      playbook.required(one.staff());
    }
    return database.write(
        handle -> {
          check(handle, order.customer());
          Task task = new TaskDao(handle).open(order, Actor.of(by), now);
          // Who asks for help is in no list that could be counted, and the trail is one.
          Actor actor = order.kind().isCounted() ? Actor.of(by) : Actor.PROGRAM;
          AuditTrail.add(
              handle,
              now,
              new Deed(
                  actor, Act.OPENED, task.id().record(), order.customer(), order.kind().word()));
          return task;
        });
  }

  /**
   * Closes a task, with what came of it. Its doer may, and whoever stands above them.
   *
   * @throws UnknownTaskException when there is no such task
   */
  public Closing close(TaskId id, StaffId by, String words, Instant now) {
    Playbook playbook = playbooks.load();
    StaffMember member = playbook.required(by);
    return database.write(
        handle -> {
          TaskDao tasks = new TaskDao(handle);
          Task task = tasks.find(id).orElseThrow(() -> new UnknownTaskException(id));
          if (!task.isOpen()) {
            return new Closing.ClosedBefore(task);
          }
          if (!mayClose(playbook, member, task, now)) {
            return new Closing.NotYours(task);
          }
          if (task.order().kind() == TaskKind.TAKE_OVER) {
            for (Task other : tasks.of(task.order().causeRecord())) {
              if (other.order().kind() == TaskKind.STAFF_NOTE && other.isOpen()) {
                return new Closing.WantsNote(task, other);
              }
            }
          }
          Task.Done done = new Task.Done(Actor.of(by), now, words);
          if (!tasks.close(id, done)) {
            return new Closing.ClosedBefore(task);
          }
          AuditTrail.add(
              handle,
              now,
              new Deed(Actor.of(by), Act.DONE, id.record(), task.order().customer(), words));
          return new Closing.Closed(
              new Task(id, task.order(), task.openedBy(), task.openedAt(), done));
        });
  }

  /** Those that are open, by the day that they are due. */
  public List<Task> open() {
    return database.read(handle -> new TaskDao(handle).open());
  }

  /** All of a customer, done ones too, oldest first. */
  public List<Task> of(CustomerId customer) {
    return database.read(handle -> new TaskDao(handle).of(customer));
  }

  /** Whether a task is somebody's: by name, or by their role. */
  public static boolean isFor(Task task, StaffMember member) {
    return switch (task.order().doer()) {
      case TaskOrder.Doer.Person(StaffId staff) -> staff.equals(member.id());
      case TaskOrder.Doer.Anybody(Role role) -> role == member.role();
    };
  }

  private static boolean mayClose(Playbook playbook, StaffMember member, Task task, Instant now) {
    boolean own =
        task.order().kind() == TaskKind.HELP && task.openedBy().equals(Actor.of(member.id()));
    if (own || isFor(task, member)) {
      return true;
    }
    @Nullable Role role =
        switch (task.order().doer()) {
          case TaskOrder.Doer.Person(StaffId staff) ->
              playbook.member(staff).map(StaffMember::role).orElse(Role.AGENT);
          case TaskOrder.Doer.Anybody(Role anybody) -> anybody;
        };
    var escalation = playbook.plan(LocalDate.ofInstant(now, ZoneOffset.UTC)).escalation();
    while (role != null) {
      role = escalation.get(role);
      if (role == member.role()) {
        return true;
      }
    }
    return false;
  }

  private static void check(Handle handle, @Nullable CustomerId customer) {
    if (customer != null) {
      CustomerDao customers = new CustomerDao(handle);
      if (customers.find(customer).isEmpty()) {
        throw new UnknownCustomerException(customer, customers.near(customer.value(), SHOWN_NEAR));
      }
    }
  }
}
