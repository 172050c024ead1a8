package org.regards.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.task.Task;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards task help}. */
@Command(
    name = "help",
    description =
        "Ask for help, today. No list or export that counts by person holds it, and the trail does"
            + " not say who asked.",
    footer = {
      "",
      "Example:",
      "  regards task help --customer C-1005 --because \"I cannot take the next call\" --as mk"
    })
final class TaskHelpCommand extends HouseCommand {
  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Whom it is about.")
  private @Nullable CustomerId customer;

  @Option(names = "--because", paramLabel = "WORDS", description = "What would help.")
  private @Nullable String because;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  TaskHelpCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffMember member = acting.required(house.playbooks().load());
    Instant now = house.clock().instant();
    Role helper =
        house
            .playbooks()
            .load()
            .plan(LocalDate.ofInstant(now, ZoneOffset.UTC))
            .escalation()
            .getOrDefault(member.role(), member.role());
    Task task =
        house
            .tasks()
            .open(
                new TaskOrder(
                    TaskKind.HELP,
                    customer,
                    "",
                    because == null ? "" : because,
                    TaskOrder.anybody(helper),
                    LocalDate.ofInstant(now, ZoneOffset.UTC)),
                member.id(),
                now);
    if (json.wanted()) {
      JsonOption.print(out(), TaskWords.json(task));
    } else {
      out().printf("%s: a %s is asked to help, today.%n", task.id(), helper.word());
    }
    return DONE;
  }
}
