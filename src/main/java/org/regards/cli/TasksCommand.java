package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.playbook.StaffMember;
import org.regards.task.Task;
import org.regards.task.Tasks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards tasks}. */
@Command(
    name = "tasks",
    description = "List what is to be done, by whom and by when.",
    footer = {
      "",
      "Examples:",
      "  regards tasks --mine --as ss",
      "  regards tasks --customer C-1009 --json --as ss"
    })
final class TasksCommand extends HouseCommand {
  @Option(names = "--mine", description = "Only yours: for you by name, or for your role.")
  private boolean mine;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Only those about this customer.")
  private @Nullable CustomerId customer;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  TasksCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    known(house, customer);
    StaffMember member = acting.required(house.playbooks().load());
    List<Task> tasks =
        house.tasks().open().stream().filter(task -> isWanted(task, member)).toList();
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      tasks.forEach(task -> list.add(TaskWords.json(task)));
      JsonOption.print(out(), list);
    } else if (tasks.isEmpty()) {
      out().println("Nothing is to be done.");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(TaskWords.HEAD);
      tasks.forEach(task -> rows.add(TaskWords.row(task)));
      new Columns(out()).print(rows);
    }
    return DONE;
  }

  /** Who is asked for help sees it; no list of everybody's tasks holds it. */
  private boolean isWanted(Task task, StaffMember member) {
    boolean forAll = !mine && task.order().kind().isCounted();
    return (customer == null || customer.equals(task.order().customer()))
        && (forAll || Tasks.isFor(task, member));
  }
}
