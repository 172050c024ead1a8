package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards outbox release}. */
@Command(
    name = "release",
    description = "Let emails go that wait for a person's word, as after a restored backup.",
    footer = {
      "",
      "Examples:",
      "  regards outbox release L-12 L-13 --as em",
      "  regards outbox release --all --as em"
    })
final class OutboxReleaseCommand extends HouseCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  OutboxReleaseCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (all != letters.isEmpty()) {
      throw new ParameterException(spec().commandLine(), "Name letters, or say --all.");
    }
    Actor by = Actor.of(acting.required(house.playbooks().load()).id());
    if (!all) {
      return DeskReport.print(house.outbox().release(letters, by), json.wanted(), out(), err());
    }
    int released = house.outbox().releaseAll(by);
    if (json.wanted()) {
      JsonOption.print(out(), JsonNodeFactory.instance.objectNode().put("released", released));
    } else {
      out()
          .println(
              released == 0
                  ? "No email waited for a word."
                  : "%,d %s may go again: regards send, or regards send --watch"
                      .formatted(released, released == 1 ? "email" : "emails"));
    }
    return DONE;
  }
}
