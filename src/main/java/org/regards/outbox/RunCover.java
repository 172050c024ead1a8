package org.regards.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.regards.outbox.RunWriter.Written;
import org.regards.pdf.RunSummary;
import org.regards.pdf.Stock;

/** What the cover sheet says of a run. */
final class RunCover {
  private RunCover() {}

  static RunSummary of(PrintRun run, Written written) {
    List<RunSummary.File> files = new ArrayList<>();
    for (RunFile file : written.files()) {
      Stock stock = Objects.requireNonNull(written.stocks().get(file.name()));
      files.add(
          new RunSummary.File(
              file.name(),
              stock.paper(),
              stock.instructions(run.duplex()),
              file.firstSheet() == file.lastSheet()
                  ? Integer.toString(file.firstSheet())
                  : file.firstSheet() + "–" + file.lastSheet(),
              file.sheets(),
              file.pages(),
              file.letters()));
    }
    return new RunSummary(
        run.id().toString(),
        "%,d %s on %,d %s of paper%s"
            .formatted(
                written.letters(),
                written.letters() == 1 ? "letter" : "letters",
                written.sheets(),
                written.sheets() == 1 ? "sheet" : "sheets",
                run.type() == null ? "" : ", all of type " + run.type().word()),
        "Made on %s by %s".formatted(Words.moment(run.madeAt()), run.madeBy()),
        Words.dayOf(run.madeAt()),
        files,
        written.envelopes().entrySet().stream()
            .map(entry -> new RunSummary.Envelopes(entry.getKey(), entry.getValue()))
            .toList());
  }
}
