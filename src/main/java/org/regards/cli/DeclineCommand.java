package org.regards.cli;

import org.regards.approval.ApprovalOutcome;
import org.regards.letter.LetterId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards decline}. */
@Command(
    name = "decline",
    description = "Say that a letter must not go as it stands: it is a draft again.",
    footer = {"", "Example:", "  regards decline L-1 --as ss --because \"the date is wrong\""})
final class DeclineCommand extends HouseCommand {
  @Parameters(paramLabel = "LETTER", converter = LetterIdConverter.class, description = "Its id.")
  private LetterId id;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why, for its author.")
  private String reason;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  DeclineCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    ApprovalOutcome outcome =
        house
            .approvals()
            .decline(id, acting.required(house.playbooks().load()).id(), reason.strip());
    if (json.wanted()) {
      JsonOption.print(out(), ApprovalJson.of(outcome));
    } else {
      (outcome.counts() ? out() : err()).println(outcome.message());
    }
    return outcome.counts() ? DONE : FAILED;
  }
}
