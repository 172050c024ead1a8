package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.outbox.Outbox;
import org.regards.outbox.PrintOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code regards print}. */
@Command(
    name = "print",
    description = "Print letters to PDF files for mailing.",
    footer = {
      "",
      "Examples:",
      "  regards print L-1",
      "  regards print L-1 L-2 --out friday",
      "  regards print L-3 --card postcard --card-design meadow"
    })
final class PrintCommand extends LettersCommand<PrintOutcome> {
  @Mixin private CardOptions cards;

  PrintCommand(House.Door door) {
    super(door);
  }

  @Override
  void choose(HouseOptions options) {
    options.choose(cards::over);
  }

  @Override
  void deliver(Outbox outbox, List<LetterId> ids, Actor by, Consumer<PrintOutcome> told) {
    outbox.print(ids, by, told);
  }

  @Override
  boolean left(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed ignored -> true;
      case PrintOutcome.PrintedBefore ignored -> true;
      case PrintOutcome.PrintedAnew ignored -> true;
      case PrintOutcome.Held ignored -> false;
      case PrintOutcome.Unprintable ignored -> false;
    };
  }

  @Override
  String message(PrintOutcome outcome) {
    return outcome.message();
  }

  @Override
  ObjectNode asJson(PrintOutcome outcome) {
    ObjectNode node =
        JsonNodeFactory.instance.objectNode().put("letter", outcome.letter().toString());
    switch (outcome) {
      case PrintOutcome.Printed printed ->
          node.put("outcome", "printed").put("file", printed.file().toString());
      case PrintOutcome.PrintedBefore before ->
          node.put("outcome", "printed-before").put("file", before.file().toString());
      case PrintOutcome.PrintedAnew anew ->
          node.put("outcome", "printed-anew").put("file", anew.file().toString());
      case PrintOutcome.Held ignored -> node.put("outcome", "held");
      case PrintOutcome.Unprintable ignored -> node.put("outcome", "unprintable");
    }
    return node.put("message", outcome.message());
  }
}
