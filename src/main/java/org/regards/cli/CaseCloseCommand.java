package org.regards.cli;

import static java.util.stream.Collectors.joining;

import org.regards.history.CaseId;
import org.regards.outcome.CaseEnd;
import org.regards.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards case close}. */
@Command(
    name = "close",
    description =
        "Close a case. Refuses while a message of the customer's in it has no answer, or while"
            + " nobody has explained our last word.",
    footer = {
      "",
      "Examples:",
      "  regards case close K-361 --because \"took the discount\" --as lb"
    })
final class CaseCloseCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CASE",
      converter = CaseIdConverter.class,
      description = "The case's id.")
  private CaseId id;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "What came of it.")
  private String because;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  CaseCloseCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    CaseEnd end =
        house
            .cases()
            .close(
                id,
                acting.required(house.playbooks().load()).id(),
                because.strip(),
                house.clock().instant());
    return switch (end) {
      case CaseEnd.Closed closed -> tell(closed);
      case CaseEnd.Unanswered unanswered ->
          CaseWords.refuse(
              err(),
              "%s is not closed: %s of %s waits for an answer. Answer first: regards advise %s"
                  .formatted(
                      id,
                      unanswered.messages().stream()
                          .map(message -> message.id().value())
                          .collect(joining(", ")),
                      unanswered.file().customer(),
                      unanswered.file().customer()));
      case CaseEnd.Unexplained unexplained ->
          CaseWords.refuse(
              err(),
              "%s is not closed: %s refused our offer, and no explanation has gone since. Write it: regards compose %s --letter explanation --case %s"
                  .formatted(id, unexplained.file().customer(), unexplained.file().customer(), id));
      case CaseEnd.SettledBefore before ->
          CaseWords.refuse(err(), "%s is %s already.".formatted(id, before.file().state().word()));
      case CaseEnd.Reopened ignored -> throw new IllegalStateException("it was to be closed");
      case CaseEnd.NotClosed ignored -> throw new IllegalStateException("it was to be closed");
    };
  }

  private int tell(CaseEnd.Closed closed) {
    if (json.wanted()) {
      var node = CaseWords.json(closed.file());
      var tasks = node.putArray("tasks");
      closed.tasks().forEach(task -> tasks.add(TaskWords.json(task)));
      JsonOption.print(out(), node);
      return DONE;
    }
    out()
        .printf(
            "%s of %s is closed. Only something new opens it again: regards case reopen %s%n",
            id, closed.file().customer(), id);
    for (Task task : closed.tasks()) {
      out()
          .printf(
              "%s  by %s, %s: %s%n",
              task.id(),
              task.order().due(),
              task.order().doer(),
              TerminalText.line(TaskWords.what(task.order())));
    }
    return DONE;
  }
}
