package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.regards.playbook.AdoptedPlan;
import org.regards.playbook.PlanReader;
import org.regards.playbook.Playbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards playbook show}. */
@Command(
    name = "show",
    description = "Show the plan in force: policies, who decides, when a sign is one.",
    footer = {
      "",
      "Examples:",
      "  regards playbook show",
      "  regards playbook show --standard --yaml > playbook.yaml"
    })
final class PlaybookShowCommand extends HouseCommand {
  @Option(names = "--yaml", description = "Print the plan as it was written, to change it.")
  private boolean yaml;

  @Option(
      names = "--standard",
      description = "The plan that comes with the program; needs no store.")
  private boolean standard;

  @Mixin private AsOfOption asOf;

  @Mixin private JsonOption json;

  PlaybookShowCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Playbook playbook = standard ? new Playbook(List.of(), List.of()) : house.playbooks().load();
    LocalDate day = LocalDate.ofInstant(asOf.orNow(house.clock()), ZoneOffset.UTC);
    if (yaml) {
      out()
          .print(
              playbook
                  .plans()
                  .adoptedFor(day)
                  .map(AdoptedPlan::text)
                  .orElseGet(PlanReader::standardText));
      out().flush();
    } else if (json.wanted()) {
      JsonOption.print(out(), json(playbook, day));
    } else {
      print(playbook, day);
    }
    return DONE;
  }

  private void print(Playbook playbook, LocalDate day) {
    out().println(TerminalText.line(PlaybookOutline.title(playbook, day)));
    if (playbook.plans().adoptedFor(day).isEmpty()) {
      out()
          .println(
              "No plan of your own has been adopted. Begin with: regards playbook show --standard"
                  + " --yaml > playbook.yaml");
    }
    for (PlaybookOutline.Chapter chapter : PlaybookOutline.of(playbook, day)) {
      if (!chapter.isEmpty()) {
        out().printf("%n%s%n", chapter.heading());
        new Columns(out()).print(chapter.rows());
      }
    }
  }

  private static ObjectNode json(Playbook playbook, LocalDate day) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    PlaybookOutline.facts(playbook, day).forEach(node::put);
    ObjectNode chapters = node.putObject("chapters");
    for (PlaybookOutline.Chapter chapter : PlaybookOutline.of(playbook, day)) {
      List<String> head = chapter.rows().getFirst();
      ArrayNode rows = chapters.putArray(chapter.heading());
      for (List<String> row : chapter.rows().subList(1, chapter.rows().size())) {
        ObjectNode entry = rows.addObject();
        for (int column = 0; column < head.size(); column++) {
          entry.put(head.get(column), row.get(column));
        }
      }
    }
    return node;
  }
}
