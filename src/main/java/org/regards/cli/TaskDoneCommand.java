package org.regards.cli;

import org.regards.playbook.StaffMember;
import org.regards.task.Closing;
import org.regards.task.Task;
import org.regards.task.TaskId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards task done}. */
@Command(
    name = "done",
    description = "Say that a task is done, and what came of it.",
    footer = {
      "",
      "Example:",
      "  regards task done K-1 --because \"counsel advises a reply\" --as ca"
    })
final class TaskDoneCommand extends HouseCommand {
  @Parameters(
      paramLabel = "TASK",
      converter = TaskIdConverter.class,
      description = "The task's id, for example K-1.")
  private TaskId id;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "WORDS",
      description = "What came of it; of a staff note, the note itself.")
  private String words;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  TaskDoneCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffMember member = acting.required(house.playbooks().load());
    Closing closing = house.tasks().close(id, member.id(), words, house.clock().instant());
    return switch (closing) {
      case Closing.Closed(Task task) -> {
        if (json.wanted()) {
          JsonOption.print(out(), TaskWords.json(task));
        } else {
          out().printf("%s is done.%n", id);
        }
        yield DONE;
      }
      case Closing.ClosedBefore ignored -> refuse("%s was done before.".formatted(id));
      case Closing.NotYours(Task task) ->
          refuse(
              "%s is for %s; only they, or somebody above them, can say that it is done."
                  .formatted(id, task.order().doer()));
      case Closing.WantsNote(Task ignored, Task note) ->
          refuse(
              "%s cannot be closed before the note to the colleague is written: regards task done %s"
                  .formatted(id, note.id()));
    };
  }

  private int refuse(String reason) {
    err().println(reason);
    return FAILED;
  }
}
