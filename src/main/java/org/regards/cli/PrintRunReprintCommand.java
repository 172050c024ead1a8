package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.regards.outbox.RunId;
import org.regards.outbox.Sheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards print-run reprint}. */
@Command(
    name = "reprint",
    description = "Print sheets of a run again that were spoiled, exactly as they were.",
    footer = {
      "",
      "Examples:",
      "  regards print-run reprint R-000001 --sheets 12-15",
      "  regards print-run reprint R-000001 --sheets 3,12-15 --reason \"paper jam\""
    })
final class PrintRunReprintCommand extends HouseCommand {
  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The number of the run.")
  private RunId id;

  @Option(
      names = "--sheets",
      required = true,
      paramLabel = "SHEETS",
      converter = SheetsConverter.class,
      description = "As the manifest counts them: 12, 12-15 or 3,12-15.")
  private Sheets sheets;

  @Option(names = "--reason", paramLabel = "TEXT", description = "What happened to them.")
  private String reason = "";

  @Mixin private CardOptions cards;
  @Mixin private JsonOption json;

  PrintRunReprintCommand(House.Door door) {
    super(door);
  }

  @Override
  void choose(HouseOptions options) {
    options.choose(cards::over);
  }

  @Override
  int work(House house) {
    List<Path> files = house.printRuns().reprint(id, sheets, reason.strip());
    if (json.wanted()) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("run", id.toString())
              .put("sheets", sheets.toString());
      ArrayNode list = node.putArray("files");
      files.forEach(file -> list.add(file.toString()));
      JsonOption.print(out(), node);
    } else {
      files.forEach(out()::println);
      err().printf("Destroy the spoiled sheets %s of %s.%n", sheets, id);
    }
    return DONE;
  }
}
