package org.regards.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.task.Task;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards task add}. */
@Command(
    name = "add",
    description = "Open a task for a person or a role.",
    footer = {
      "",
      "Examples:",
      "  regards task add --kind investigate --customer C-1007 --record case/K-307 --for ss --due"
          + " 2026-11-25 --as mk",
      "  regards task add --kind counsel --because \"libel?\" --for counsel --due 2026-11-24 --as"
          + " tp"
    })
final class TaskAddCommand extends HouseCommand {
  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      converter = TaskKindConverter.class,
      description =
          "decide-hold, review-pause, counsel, police-checklist, keep-evidence, tell-staff,"
              + " take-over, staff-note, investigate or help.")
  private TaskKind kind;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "STAFF|ROLE",
      description = "Who is to do it: a member of staff, or whoever has the role.")
  private String doer;

  @Option(
      names = "--due",
      required = true,
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day by which it is to be done.")
  private LocalDate due;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Whom it is about.")
  private @Nullable CustomerId customer;

  @Option(
      names = "--record",
      paramLabel = "RECORD",
      description = "The record that calls for it, for example interaction/I-0009.")
  private @Nullable String record;

  @Option(names = "--because", paramLabel = "WORDS", description = "What it is about, in words.")
  private @Nullable String because;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  TaskAddCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Playbook playbook = house.playbooks().load();
    StaffMember member = acting.required(playbook);
    Task task =
        house
            .tasks()
            .open(
                new TaskOrder(
                    kind,
                    customer,
                    record == null ? "" : record,
                    because == null ? "" : because,
                    doer(playbook),
                    due),
                member.id(),
                house.clock().instant());
    if (json.wanted()) {
      JsonOption.print(out(), TaskWords.json(task));
    } else {
      out().printf("%s is open, for %s by %s.%n", task.id(), task.order().doer(), due);
    }
    return DONE;
  }

  /** A person of that id comes first: a role's word is nobody's id as a rule. */
  private TaskOrder.Doer doer(Playbook playbook) {
    StaffId id = new StaffId(doer);
    return playbook.member(id).isPresent()
        ? TaskOrder.person(id)
        : Role.of(doer).map(TaskOrder::anybody).orElseGet(() -> TaskOrder.person(id));
  }
}
