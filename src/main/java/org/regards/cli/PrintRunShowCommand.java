package org.regards.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.regards.outbox.PrintRun;
import org.regards.outbox.Reprint;
import org.regards.outbox.RunFile;
import org.regards.outbox.RunId;
import org.regards.outbox.RunState;
import org.regards.outbox.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards print-run show}. */
@Command(
    name = "show",
    description = "Show a print run: its files, what was printed again, and what was posted.",
    footer = {"", "Example:", "  regards print-run show R-000001"})
final class PrintRunShowCommand extends HouseCommand {
  static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The number of the run.")
  private RunId id;

  @Mixin private JsonOption json;

  PrintRunShowCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    RunView view = house.printRuns().show(id);
    if (json.wanted()) {
      JsonOption.print(out(), RunJson.of(view));
    } else {
      say(view);
    }
    return DONE;
  }

  private void say(RunView view) {
    PrintRun run = view.run();
    out()
        .printf(
            "%s  %s on %s, made on %s by %s%n",
            run.id(),
            Numbered.of(run.letters(), "letter"),
            Numbered.of(run.sheets(), "sheet"),
            MOMENT.format(run.madeAt()),
            TerminalText.line(run.madeBy()));
    out()
        .printf(
            "%s%n",
            run.state() == RunState.RELEASED
                ? run.folder()
                : "Its program ended before the folder appeared; regards print-run finishes it.");
    out()
        .printf(
            "%,d posted, %,d came back, %,d not posted%n%n",
            view.progressed().posted(), view.progressed().returned(), view.progressed().waiting());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("file", "paper", "sheets", "pages", "letters"));
    for (RunFile file : view.files()) {
      rows.add(
          List.of(
              file.name(),
              file.stock(),
              file.firstSheet() + "-" + file.lastSheet(),
              "%,d".formatted(file.pages()),
              "%,d".formatted(file.letters())));
    }
    new Columns(out()).print(rows);
    for (Reprint reprint : view.reprints()) {
      out()
          .printf(
              "%nSheets %s were spoiled and printed again on %s by %s%s%n  %s%n",
              reprint.sheets(),
              MOMENT.format(reprint.madeAt()),
              TerminalText.line(reprint.madeBy()),
              reprint.reason().isEmpty() ? "" : ": " + TerminalText.line(reprint.reason()),
              reprint.file());
    }
  }
}
