package org.regards.cli;

import java.util.ArrayList;
import java.util.List;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.outbox.Outbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards outbox cancel}. */
@Command(
    name = "cancel",
    description = "Take emails out of the outbox; what was approved stays so.",
    footer = {"", "Example:", "  regards outbox cancel L-12 --as em"})
final class OutboxCancelCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  OutboxCancelCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Actor by = Actor.of(acting.required(house.playbooks().load()).id());
    Outbox outbox = house.outbox();
    return DeskReport.print(
        letters.stream().map(letter -> outbox.cancel(letter, by)).toList(),
        json.wanted(),
        out(),
        err());
  }
}
