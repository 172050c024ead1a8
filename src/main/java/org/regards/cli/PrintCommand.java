package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.regards.letter.LetterId;
import org.regards.outbox.PrintOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards print}. */
@Command(
    name = "print",
    description = "Print letters to PDF files for mailing.",
    footer = {"", "Examples:", "  regards print L-1", "  regards print L-1 L-2 --out friday"})
final class PrintCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Mixin private JsonOption json;

  PrintCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    List<PrintOutcome> outcomes = new ArrayList<>();
    house
        .outbox()
        .print(
            letters,
            outcome -> {
              outcomes.add(outcome);
              if (!json.wanted()) {
                (printed(outcome) ? out() : err()).println(outcome.message());
              }
            });
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (PrintOutcome outcome : outcomes) {
        ObjectNode node = list.addObject().put("letter", outcome.letter().toString());
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
        node.put("message", outcome.message());
      }
      JsonOption.print(out(), list);
    }
    return outcomes.stream().allMatch(PrintCommand::printed) ? DONE : FAILED;
  }

  private static boolean printed(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed ignored -> true;
      case PrintOutcome.PrintedBefore ignored -> true;
      case PrintOutcome.PrintedAnew ignored -> true;
      case PrintOutcome.Held ignored -> false;
      case PrintOutcome.Unprintable ignored -> false;
    };
  }
}
