package org.regards.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.playbook.Adoption;
import org.regards.playbook.Playbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards playbook adopt}. */
@Command(
    name = "adopt",
    description = "Put a plan in force. What was in force before stays on record.",
    footer = {
      "",
      "Examples:",
      "  regards playbook adopt playbook.yaml --as tp",
      "  regards playbook adopt playbook.yaml --from 2027-01-01 --as tp"
    })
final class PlaybookAdoptCommand extends HouseCommand {
  @Parameters(paramLabel = "FILE", description = "A plan, as YAML.")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The first day of which decisions are judged by it. Default: today.")
  private @Nullable LocalDate from;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  PlaybookAdoptCommand(House.Door door) {
    super(door);
  }

  @Override
  boolean makesStore() {
    return true;
  }

  @Override
  int work(House house) {
    Instant now = house.clock().instant();
    LocalDate day = from == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : from;
    String text = PlaybookFile.text(file);
    Playbook playbook = house.playbooks().load();
    Actor by =
        playbook.staff().isEmpty() && acting.named().isEmpty()
            ? acting.actor()
            : Actor.of(acting.required(playbook).id());
    Adoption adoption = house.playbooks().adopt(text, day, by, now);
    if (json.wanted()) {
      return printJson(adoption);
    }
    return switch (adoption) {
      case Adoption.Adopted adopted -> {
        out().printf("%s is in force from %s on.%n", file, adopted.from());
        yield DONE;
      }
      case Adoption.InForceAlready same -> {
        out().printf("%s is in force since %s already; nothing was changed.%n", file, same.from());
        yield DONE;
      }
      case Adoption.TooEarly early -> {
        err()
            .printf(
                "%s cannot begin on %s: what happened until now was judged by another plan. Say"
                    + " --from %s or later.%n",
                file, early.from(), early.earliest());
        yield FAILED;
      }
      case Adoption.Wrong wrong -> {
        PlaybookCheckCommand.print(err(), file, wrong.problems());
        yield FAILED;
      }
    };
  }

  private int printJson(Adoption adoption) {
    var node =
        switch (adoption) {
          case Adoption.Adopted adopted ->
              PlaybookCheckCommand.json(file, List.of())
                  .put("outcome", "adopted")
                  .put("from", adopted.from().toString())
                  .put("digest", adopted.digest());
          case Adoption.InForceAlready same ->
              PlaybookCheckCommand.json(file, List.of())
                  .put("outcome", "in-force-already")
                  .put("from", same.from().toString())
                  .put("digest", same.digest());
          case Adoption.TooEarly early ->
              PlaybookCheckCommand.json(file, List.of())
                  .put("outcome", "too-early")
                  .put("earliest", early.earliest().toString());
          case Adoption.Wrong wrong ->
              PlaybookCheckCommand.json(file, wrong.problems()).put("outcome", "wrong");
        };
    JsonOption.print(out(), node);
    return adoption instanceof Adoption.Adopted || adoption instanceof Adoption.InForceAlready
        ? DONE
        : FAILED;
  }
}
