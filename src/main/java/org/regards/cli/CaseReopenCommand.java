package org.regards.cli;

import org.regards.history.CaseId;
import org.regards.outcome.CaseEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards case reopen}. */
@Command(
    name = "reopen",
    description = "Open a closed case again, for something new and for nothing else.",
    footer = {
      "",
      "Examples:",
      "  regards case reopen K-361 --because \"sent a photograph\" --as lb"
    })
final class CaseReopenCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CASE",
      converter = CaseIdConverter.class,
      description = "The case's id.")
  private CaseId id;

  @Option(names = "--because", required = true, paramLabel = "FACT", description = "What is new.")
  private String because;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  CaseReopenCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    CaseEnd end =
        house
            .cases()
            .reopen(
                id,
                acting.required(house.playbooks().load()).id(),
                because.strip(),
                house.clock().instant());
    return switch (end) {
      case CaseEnd.Reopened reopened -> {
        if (json.wanted()) {
          JsonOption.print(out(), CaseWords.json(reopened.file()));
        } else {
          out()
              .printf(
                  "%s of %s is open again. See what it calls for: regards advise %s%n",
                  id, reopened.file().customer(), reopened.file().customer());
        }
        yield DONE;
      }
      case CaseEnd.NotClosed not ->
          CaseWords.refuse(
              err(), "%s is not closed, it is %s.".formatted(id, not.file().state().word()));
      case CaseEnd.Closed ignored -> throw new IllegalStateException("it was to be opened");
      case CaseEnd.Unanswered ignored -> throw new IllegalStateException("it was to be opened");
      case CaseEnd.Unexplained ignored -> throw new IllegalStateException("it was to be opened");
      case CaseEnd.SettledBefore ignored -> throw new IllegalStateException("it was to be opened");
    };
  }
}
