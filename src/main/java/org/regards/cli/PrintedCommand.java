package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.outbox.PostedCount;
import org.regards.outbox.RunId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards printed}. */
@Command(
    name = "printed",
    description = "Note that a print run has been printed and posted.",
    footer = {
      "",
      "Examples:",
      "  regards printed R-000001",
      "  regards printed R-000001 --except L-7,L-9 --on 2026-11-20"
    })
final class PrintedCommand extends HouseCommand {
  @Parameters(
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "The number of the run.")
  private RunId id;

  @Option(
      names = "--except",
      split = ",",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "Letters that have not been posted; several with commas between.")
  private List<LetterId> except = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day on which it was posted. Default: today.")
  private @Nullable LocalDate day;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  PrintedCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    PostedCount count = house.printRuns().printed(id, except, day, acting.known(house.playbooks()));
    if (json.wanted()) {
      JsonOption.print(
          out(),
          JsonNodeFactory.instance
              .objectNode()
              .put("run", id.toString())
              .put("on", count.on().toString())
              .put("posted", count.letters())
              .put("posted_before", count.before())
              .put("waiting", count.waiting()));
      return DONE;
    }
    out()
        .printf(
            "%s of %s posted on %s%s%s.%n",
            Numbered.of(count.letters(), "letter"),
            id,
            count.on(),
            count.before() == 0 ? "" : ", %,d before".formatted(count.before()),
            count.waiting() == 0 ? "" : ", %,d not yet".formatted(count.waiting()));
    return DONE;
  }
}
