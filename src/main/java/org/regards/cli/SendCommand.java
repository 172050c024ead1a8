package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.regards.letter.LetterId;
import org.regards.outbox.SendOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards send}. */
@Command(
    name = "send",
    description =
        "Send letters by email: by the mail server of the settings, or else into the sandbox.",
    footer = {"", "Examples:", "  regards send L-1", "  regards send L-1 L-2 L-3"})
final class SendCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Mixin private JsonOption json;

  SendCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    List<SendOutcome> outcomes = new ArrayList<>();
    house
        .outbox()
        .send(
            letters,
            outcome -> {
              outcomes.add(outcome);
              if (!json.wanted()) {
                (sent(outcome) ? out() : err()).println(outcome.message());
              }
            });
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (SendOutcome outcome : outcomes) {
        list.addObject()
            .put("letter", outcome.letter().toString())
            .put("outcome", word(outcome))
            .put("message", outcome.message());
      }
      JsonOption.print(out(), list);
    }
    return outcomes.stream().allMatch(SendCommand::sent) ? DONE : FAILED;
  }

  private static boolean sent(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Sent || outcome instanceof SendOutcome.AlreadySent;
  }

  private static String word(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent ignored -> "sent";
      case SendOutcome.AlreadySent ignored -> "already-sent";
      case SendOutcome.Held ignored -> "held";
      case SendOutcome.RefusedByServer ignored -> "refused";
      case SendOutcome.Deferred ignored -> "deferred";
      case SendOutcome.ServerUnreachable ignored -> "server-unreachable";
      case SendOutcome.InDoubt ignored -> "in-doubt";
    };
  }
}
