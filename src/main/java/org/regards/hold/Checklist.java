package org.regards.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Actor;
import org.regards.history.Tag;
import org.regards.playbook.Plan;
import org.regards.playbook.Role;
import org.regards.task.Task;
import org.regards.task.TaskDao;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.task.TaskOrder.Doer;

/** What people must do when a hold is set, and by when. */
final class Checklist {
  /** What harms people or things, or keeps others away: the police may have to know of it. */
  private static final Set<Tag> FOR_THE_POLICE =
      Set.of(Tag.THREAT_PHYSICAL, Tag.THREAT_VANDALISM, Tag.IMPEDING);

  private static final Set<TaskKind> ENDS_WITH_HOLD =
      EnumSet.of(TaskKind.DECIDE_HOLD, TaskKind.REVIEW_PAUSE);

  private final Plan plan;
  private final LocalDate today;

  Checklist(Plan plan, LocalDate today) {
    this.plan = plan;
    this.today = today;
  }

  /** Opens the tasks of a new hold, and closes the one that asked for it. */
  List<Task> open(Handle handle, Hold hold, Set<Tag> tags) {
    TaskDao tasks = new TaskDao(handle);
    Actor actor = Actor.of(hold.heldBy());
    if (!hold.causeRecord().isBlank()) {
      for (Task asked : tasks.of(hold.causeRecord())) {
        if (asked.isOpen() && asked.order().kind() == TaskKind.DECIDE_HOLD) {
          tasks.close(asked.id(), new Task.Done(actor, hold.heldAt(), "held: " + hold.id()));
        }
      }
    }
    return orders(hold, tags).stream()
        .map(order -> tasks.open(order, actor, hold.heldAt()))
        .toList();
  }

  /** With a hold that is lifted ends what was to be decided on it; the rest is still to be done. */
  static void close(Handle handle, Hold hold, Actor actor, Instant now) {
    TaskDao tasks = new TaskDao(handle);
    for (Task task : tasks.of(hold.id().record())) {
      if (task.isOpen() && ENDS_WITH_HOLD.contains(task.order().kind())) {
        tasks.close(task.id(), new Task.Done(actor, now, "lifted: " + hold.id()));
      }
    }
  }

  private List<TaskOrder> orders(Hold hold, Set<Tag> tags) {
    List<TaskOrder> orders = new ArrayList<>();
    Doer owner = TaskOrder.person(hold.owner());
    LocalDate tomorrow = today.plusDays(1);
    switch (hold.kind()) {
      case PAUSE -> {
        LocalDate review = hold.due().minusDays(plan.pauses().reviewBeforeEnd());
        orders.add(
            order(hold, TaskKind.REVIEW_PAUSE, owner, review.isBefore(today) ? today : review));
      }
      case STOP -> {
        orders.add(order(hold, TaskKind.DECIDE_HOLD, owner, hold.due()));
        orders.add(order(hold, TaskKind.KEEP_EVIDENCE, owner, tomorrow));
        orders.add(order(hold, TaskKind.COUNSEL, TaskOrder.anybody(Role.COUNSEL), tomorrow));
        if (tags.stream().anyMatch(FOR_THE_POLICE::contains)) {
          orders.add(
              order(hold, TaskKind.POLICE_CHECKLIST, TaskOrder.anybody(Role.MANAGER), tomorrow));
        }
        orders.add(order(hold, TaskKind.TELL_STAFF, TaskOrder.anybody(Role.SUPERVISOR), tomorrow));
      }
      case LEGAL -> {
        orders.add(order(hold, TaskKind.DECIDE_HOLD, owner, hold.due()));
        orders.add(order(hold, TaskKind.KEEP_EVIDENCE, owner, tomorrow));
        orders.add(order(hold, TaskKind.COUNSEL, TaskOrder.anybody(Role.COUNSEL), tomorrow));
      }
      case DO_NOT_CONTACT, DECLINED ->
          orders.add(order(hold, TaskKind.DECIDE_HOLD, owner, hold.due()));
    }
    return orders;
  }

  private static TaskOrder order(Hold hold, TaskKind kind, Doer doer, LocalDate due) {
    return new TaskOrder(kind, hold.customer(), hold.id().record(), "", doer, due);
  }
}
