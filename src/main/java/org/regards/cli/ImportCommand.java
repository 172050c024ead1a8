package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.regards.intake.FileReport;
import org.regards.intake.ImportReport;
import org.regards.intake.OnBadRows;
import org.regards.intake.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards import}. */
@Command(
    name = "import",
    description =
        "Take customers and their history in from CSV files: customers, orders, interactions,"
            + " cases, policies, staff.",
    footer = {
      "",
      "A file goes in as a whole or not at all; a row that cannot be taken goes into a file of"
          + " rejects",
      "with the reason. The same file twice changes nothing.",
      "",
      "Examples:",
      "  regards import export/",
      "  regards import --strict customers.csv orders.csv"
    })
final class ImportCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER|FILE",
      description = "Files, or folders whose files are all taken.")
  private List<Path> sources = new ArrayList<>();

  @Option(names = "--strict", description = "Take nothing of a file that has a bad row.")
  private boolean strict;

  @Mixin private JsonOption json;

  ImportCommand(House.Door door) {
    super(door);
  }

  @Override
  boolean makesStore() {
    return true;
  }

  @Override
  int work(House house) {
    ProgressLine line = new ProgressLine(err());
    ImportReport report =
        house
            .intake()
            .run(
                sources,
                strict ? OnBadRows.REFUSE_THE_FILE : OnBadRows.TAKE_THE_GOOD,
                (file, rows, share) ->
                    line.show(
                        "%s: %,d rows, %.0f %%".formatted(file.getFileName(), rows, share * 100)));
    line.end();
    if (json.wanted()) {
      JsonOption.print(out(), json(report));
    } else {
      report.files().forEach(this::print);
    }
    return report.tookAll() ? DONE : FAILED;
  }

  private void print(FileReport report) {
    switch (report) {
      case FileReport.Taken taken -> {
        printProblems(taken.problems(), taken.problemCount());
        taken.notes().forEach(note -> out().printf("%s: note: %s%n", taken.file(), note));
        out()
            .printf(
                "%s: %,d new, %,d changed, %,d unchanged, %,d rejected%n",
                taken.file(), taken.added(), taken.changed(), taken.unchanged(), taken.rejected());
        taken
            .rejects()
            .ifPresent(
                file ->
                    out()
                        .printf(
                            "The rejected rows lie in %s with the reasons; mend them there and"
                                + " import that file.%n",
                            file));
      }
      case FileReport.Refused refused -> {
        printProblems(refused.problems(), refused.problemCount());
        refused.notes().forEach(note -> out().printf("%s: note: %s%n", refused.file(), note));
        out().printf("%s: nothing of it was taken%n", refused.file());
      }
      case FileReport.Skipped skipped ->
          out().printf("%s: not read, %s%n", skipped.file(), skipped.why());
    }
  }

  private void printProblems(List<Problem> problems, long count) {
    problems.forEach(problem -> err().println(problem));
    if (count > problems.size()) {
      err().printf("and %,d more%n", count - problems.size());
    }
  }

  private static ArrayNode json(ImportReport report) {
    ArrayNode files = JsonNodeFactory.instance.arrayNode();
    for (FileReport file : report.files()) {
      ObjectNode node = files.addObject().put("file", file.file().toString());
      switch (file) {
        case FileReport.Taken taken -> {
          node.put("outcome", "taken")
              .put("new", taken.added())
              .put("changed", taken.changed())
              .put("unchanged", taken.unchanged())
              .put("rejected", taken.rejected());
          taken.rejects().ifPresent(rejects -> node.put("rejects", rejects.toString()));
          add(node, taken.problems(), taken.notes());
        }
        case FileReport.Refused refused -> {
          node.put("outcome", "refused");
          add(node, refused.problems(), refused.notes());
        }
        case FileReport.Skipped skipped ->
            node.put("outcome", "skipped").put("reason", skipped.why());
      }
    }
    return files;
  }

  private static void add(ObjectNode node, List<Problem> problems, List<String> notes) {
    ArrayNode list = node.putArray("problems");
    for (Problem problem : problems) {
      list.addObject()
          .put("line", problem.line())
          .put("column", problem.column())
          .put("message", problem.message());
    }
    notes.forEach(node.putArray("notes")::add);
  }
}
