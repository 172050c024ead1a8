package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.outbox.Outbox;
import org.regards.outbox.SendOutcome;
import picocli.CommandLine.Command;

/** {@code regards send}. */
@Command(
    name = "send",
    description =
        "Send letters by email: by the mail server of the settings, or else into the sandbox.",
    footer = {"", "Examples:", "  regards send L-1", "  regards send L-1 L-2 L-3"})
final class SendCommand extends LettersCommand<SendOutcome> {
  SendCommand(House.Door door) {
    super(door);
  }

  @Override
  void deliver(Outbox outbox, List<LetterId> ids, Actor by, Consumer<SendOutcome> told) {
    outbox.send(ids, by, told);
  }

  @Override
  boolean left(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Sent || outcome instanceof SendOutcome.AlreadySent;
  }

  @Override
  String message(SendOutcome outcome) {
    return outcome.message();
  }

  @Override
  ObjectNode asJson(SendOutcome outcome) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("letter", outcome.letter().toString())
        .put("outcome", word(outcome))
        .put("message", outcome.message());
  }

  private static String word(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent ignored -> "sent";
      case SendOutcome.AlreadySent ignored -> "already-sent";
      case SendOutcome.Held ignored -> "held";
      case SendOutcome.RefusedByServer ignored -> "refused";
      case SendOutcome.TooBig ignored -> "too-big";
      case SendOutcome.GivenUp ignored -> "given-up";
      case SendOutcome.Deferred ignored -> "deferred";
      case SendOutcome.Waits ignored -> "waits";
      case SendOutcome.Stopped ignored -> "stopped";
      case SendOutcome.SentAgain ignored -> "sent-again";
      case SendOutcome.ServerUnreachable ignored -> "server-unreachable";
      case SendOutcome.InDoubt ignored -> "in-doubt";
    };
  }
}
