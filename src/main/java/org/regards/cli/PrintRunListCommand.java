package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.regards.outbox.PrintRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code regards print-run list}. */
@Command(
    name = "list",
    description = "List the latest print runs, the newest first.",
    footer = {"", "Example:", "  regards print-run list --json"})
final class PrintRunListCommand extends HouseCommand {
  private static final int SHOWN = 50;

  @Mixin private JsonOption json;

  PrintRunListCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    List<PrintRun> runs = house.printRuns().latest(SHOWN);
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      runs.forEach(run -> list.add(RunJson.of(run)));
      JsonOption.print(out(), list);
    } else if (runs.isEmpty()) {
      out().println("There are no print runs yet. Make one: regards print-run");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("run", "made", "by", "letters", "sheets", "folder"));
      for (PrintRun run : runs) {
        rows.add(
            List.of(
                run.id().toString(),
                PrintRunShowCommand.MOMENT.format(run.madeAt()),
                run.madeBy(),
                "%,d".formatted(run.letters()),
                "%,d".formatted(run.sheets()),
                run.folder().toString()));
      }
      new Columns(out()).print(rows);
    }
    return DONE;
  }
}
