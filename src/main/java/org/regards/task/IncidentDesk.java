package org.regards.task;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.history.IncidentVerdict;
import org.regards.history.Incidents;
import org.regards.history.Interaction;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;
import org.regards.task.TaskOrder.Doer;

/** Takes what a person says a contact is, and opens what must be done about it. */
public final class IncidentDesk {
  private final Database database;
  private final Playbooks playbooks;

  public IncidentDesk(Database database, Playbooks playbooks) {
    this.database = database;
    this.playbooks = playbooks;
  }

  /**
   * What was judged, and what is to be done now.
   *
   * @param tasks none when it is no incident, or was called one before
   */
  public record Judged(Interaction contact, List<Task> tasks) {
    public Judged {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * Keeps a verdict with the tasks that it calls for.
   *
   * @throws org.regards.history.UnknownInteractionException when there is no such contact
   * @throws UnknownStaffException when whoever says so is not here
   */
  public Judged judge(IncidentVerdict verdict) {
    Playbook playbook = playbooks.load();
    playbook.required(verdict.by());
    LocalDate today = LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC);
    int takeOverDays = playbook.plan(today).duties().takeOverDays();
    Actor actor = Actor.of(verdict.by());
    return database.write(
        handle -> {
          Interaction contact = Incidents.add(handle, verdict);
          String record = "interaction/" + contact.id();
          List<Task> tasks =
              verdict.confirmed()
                  ? open(handle, orders(verdict, contact, record, today, takeOverDays), verdict)
                  : List.of();
          String said =
              "%s %s%s"
                  .formatted(
                      verdict.confirmed() ? "is" : "is no",
                      verdict.tag().word(),
                      verdict.reason().isBlank() ? "" : ": " + verdict.reason());
          AuditTrail.add(
              handle, verdict.at(), new Deed(actor, Act.JUDGED, record, contact.customer(), said));
          return new Judged(contact, tasks);
        });
  }

  private static List<Task> open(Handle handle, List<TaskOrder> orders, IncidentVerdict verdict) {
    TaskDao tasks = new TaskDao(handle);
    List<Task> opened = new ArrayList<>();
    for (TaskOrder order : orders) {
      boolean asked =
          tasks.of(order.causeRecord()).stream()
              .anyMatch(task -> task.order().kind() == order.kind());
      if (!asked) {
        opened.add(tasks.open(order, Actor.of(verdict.by()), verdict.at()));
      }
    }
    return opened;
  }

  private static List<TaskOrder> orders(
      IncidentVerdict verdict,
      Interaction contact,
      String record,
      LocalDate today,
      int takeOverDays) {
    CustomerId customer = contact.customer();
    LocalDate takeOver = today.plusDays(takeOverDays);
    return switch (verdict.tag()) {
      case ABUSE -> {
        Doer supervisor = TaskOrder.anybody(Role.SUPERVISOR);
        String colleague = contact.staff() == null ? "" : contact.staff().value();
        yield List.of(
            new TaskOrder(TaskKind.TAKE_OVER, customer, record, colleague, supervisor, takeOver),
            new TaskOrder(TaskKind.STAFF_NOTE, customer, record, colleague, supervisor, takeOver));
      }
      case THREAT_LEGAL -> List.of(hold(customer, record, Role.COUNSEL, today));
      case THREAT_PHYSICAL, THREAT_VANDALISM, THREAT_RETALIATION, HARASSMENT, IMPEDING ->
          List.of(hold(customer, record, Role.MANAGER, today));
      case COMPLAINT, PRAISE, QUESTION, THANKS, AUTO_REPLY -> List.of();
    };
  }

  private static TaskOrder hold(CustomerId customer, String record, Role role, LocalDate today) {
    return new TaskOrder(
        TaskKind.DECIDE_HOLD, customer, record, "", TaskOrder.anybody(role), today);
  }
}
