package org.regards.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.regards.document.Document;
import org.regards.document.HtmlPage;
import org.regards.playbook.Playbook;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards playbook export}. */
@Command(
    name = "export",
    description = {
      "Write the plan as a document to learn it from, with every policy; or, with --public, only"
          + " what customers may read.",
      "",
      "Without --pdf or --html it goes to playbook.html among the letters, or to policies.html."
    },
    footer = {
      "",
      "Examples:",
      "  regards playbook export --html playbook.html",
      "  regards playbook export --pdf playbook.pdf",
      "  regards playbook export --public --html policies.html"
    })
final class PlaybookExportCommand extends HouseCommand {
  @Option(
      names = "--public",
      description =
          "Only the published policies that are in force: for the website, or with a contract.")
  private boolean forCustomers;

  @Mixin private PaperFile files;
  @Mixin private AsOfOption asOf;

  PlaybookExportCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    LocalDate day = LocalDate.ofInstant(asOf.orNow(house.clock()), ZoneOffset.UTC);
    Playbook playbook = house.playbooks().load();
    Document document =
        forCustomers
            ? PlaybookDocument.forCustomers(playbook, day, house.business().name())
            : PlaybookDocument.forTraining(playbook, day);
    for (Path file : write(house, document)) {
      out().printf("%s in %s.%n", forCustomers ? "The policies lie" : "The plan lies", file);
    }
    return DONE;
  }

  private List<Path> write(House house, Document document) {
    if (files.isNamed()) {
      return files.write(house, document);
    }
    Path file = house.lettersFolder().resolve(forCustomers ? "policies.html" : "playbook.html");
    WholeFile.write(file, HtmlPage.of(document).getBytes(UTF_8));
    return List.of(file);
  }
}
