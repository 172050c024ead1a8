package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.playbook.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards playbook trained}. */
@Command(
    name = "trained",
    description = "Record that somebody was trained on policies, as they stood on that day.",
    footer = {
      "",
      "Examples:",
      "  regards playbook trained mk R-1 R-2 --as tp",
      "  regards playbook trained mk C-1 --on 2026-11-03 --until 2027-05-03 --as tp"
    })
final class PlaybookTrainedCommand extends HouseCommand {
  @Parameters(
      index = "0",
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who was trained.")
  private StaffId staff;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "POLICY",
      converter = PolicyIdConverter.class,
      description = "On which policies.")
  private List<PolicyId> policies;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The day of the training. Default: today.")
  private @Nullable LocalDate on;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description =
          "The last day on which it counts. Default: as long as the plan says, which is the"
              + " longest.")
  private @Nullable LocalDate until;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  PlaybookTrainedCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Instant now = house.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate day = on == null ? today : on;
    if (day.isAfter(today)) {
      throw new ParameterException(
          spec().commandLine(),
          "--on %s is still to come; record it when it is done.".formatted(day));
    }
    if (until != null && until.isBefore(day)) {
      throw new ParameterException(
          spec().commandLine(), "--until %s is before the training of %s.".formatted(until, day));
    }
    Actor by = Actor.of(acting.required(house.playbooks().load()).id());
    List<Training> trainings = house.playbooks().train(staff, policies, day, until, by, now);
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      trainings.forEach(
          one ->
              list.addObject()
                  .put("staff", one.staff().value())
                  .put("policy", one.policy().value())
                  .put("version", one.version())
                  .put("on", one.on().toString())
                  .put("until", one.until().toString()));
      JsonOption.print(out(), list);
      return DONE;
    }
    trainings.forEach(
        one ->
            out()
                .printf(
                    "%s was trained on %s v%d on %s; it counts until %s.%n",
                    one.staff(), one.policy(), one.version(), one.on(), one.until()));
    return DONE;
  }
}
