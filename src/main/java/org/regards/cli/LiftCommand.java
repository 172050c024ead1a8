package org.regards.cli;

import java.time.Instant;
import org.regards.hold.Hold;
import org.regards.hold.HoldId;
import org.regards.hold.Lifting;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards lift}. */
@Command(
    name = "lift",
    description = "Lift a hold: letters to the customer go again, unless another one stands.",
    footer = {
      "",
      "Example:",
      "  regards lift H-1 --because \"counsel: no claim will follow\" --as ow"
    })
final class LiftCommand extends HouseCommand {
  @Parameters(
      paramLabel = "HOLD",
      converter = HoldIdConverter.class,
      description = "The hold's id, for example H-1.")
  private HoldId id;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why, in a few words.")
  private String because;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  LiftCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffMember member = acting.required(house.playbooks().load());
    Instant now = house.clock().instant();
    return switch (house.holds().lift(id, member.id(), because, now)) {
      case Lifting.Lifted(Hold hold) -> {
        if (json.wanted()) {
          JsonOption.print(out(), HoldWords.json(hold, now));
        } else {
          out()
              .printf(
                  "%s of %s is lifted. What waited goes with the next regards send or print-run.%n",
                  id, hold.customer());
        }
        yield DONE;
      }
      case Lifting.OverAlready(Hold hold) -> {
        Hold.Lift lift = hold.lifted();
        err()
            .println(
                lift == null
                    ? "%s ended by itself after %s; there is nothing to lift."
                        .formatted(id, hold.due())
                    : "%s was lifted before, by %s; nothing was changed.".formatted(id, lift.by()));
        yield FAILED;
      }
      case Lifting.NotAllowed(Hold hold) -> {
        err()
            .printf(
                "%s (%s) may not lift %s; %s may. It stands.%n",
                member.id(), member.role().word(), id, HoldWords.roles(hold.releasers()));
        yield FAILED;
      }
    };
  }
}
