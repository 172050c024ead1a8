package org.regards.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards playbook export}. */
@Command(
    name = "export",
    description = "Write the plan as a document to learn it from, with every policy.",
    footer = {"", "Example:", "  regards playbook export --html playbook.html"})
final class PlaybookExportCommand extends HouseCommand {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Where the page goes; a browser shows and prints it. Default: playbook.html among the"
              + " letters.")
  private @Nullable Path html;

  @Mixin private AsOfOption asOf;

  PlaybookExportCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    LocalDate day = LocalDate.ofInstant(asOf.orNow(house.clock()), ZoneOffset.UTC);
    Path file = html == null ? house.lettersFolder().resolve("playbook.html") : html;
    String page = PlaybookPage.of(house.playbooks().load(), day);
    WholeFile.write(file, page.getBytes(StandardCharsets.UTF_8));
    out().printf("The plan lies in %s.%n", file);
    return DONE;
  }
}
