package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.hold.Hold;
import org.regards.hold.HoldKind;
import org.regards.hold.Holding;
import org.regards.hold.TakeOvers.TakeOver;
import org.regards.hold.TakenOver;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards take-over}. */
@Command(
    name = "take-over",
    description =
        "Take a customer over from a colleague who was degraded: somebody else looks after them,"
            + " and nothing goes out until it is decided what comes next.",
    footer = {
      "",
      "Example:",
      "  regards take-over C-1016 --from mk --to tp --record I-0046 --because \"abuse by email\""
          + " --as ss"
    })
final class TakeOverCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private CustomerId customer;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who looks after the customer now.")
  private StaffId from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who does from now on.")
  private StaffId to;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why, in a few words.")
  private String because;

  @Option(
      names = "--record",
      paramLabel = "RECORD",
      description = "The contact that it is about, for example interaction/I-0046 or I-0046.")
  private @Nullable String record;

  @Option(
      names = "--kind",
      defaultValue = "stop",
      paramLabel = "KIND",
      converter = HoldKindConverter.class,
      description = "stop until people have decided (when not set), or pause.")
  private HoldKind kind;

  @Option(
      names = "--due",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day of the hold. Default: as the plan says.")
  private @Nullable LocalDate due;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  TakeOverCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (kind != HoldKind.STOP && kind != HoldKind.PAUSE) {
      throw new ParameterException(
          spec().commandLine(),
          "A take-over comes with a stop or a pause, and with no other hold.");
    }
    StaffMember member = acting.required(house.playbooks().load());
    Instant now = house.clock().instant();
    String cause = record == null ? "" : record.contains("/") ? record : "interaction/" + record;
    TakenOver taken =
        house
            .takeOvers()
            .take(new TakeOver(customer, from, to, kind, cause, because, due), member.id(), now);
    return switch (taken) {
      case TakenOver.Done(Hold hold) -> tell(hold);
      case TakenOver.NotTheirs(StaffId manager) ->
          refuse(
              manager == null
                  ? "Nobody is named as account manager of %s.".formatted(customer)
                  : "%s is looked after by %s, not by %s.".formatted(customer, manager, from));
      case TakenOver.NotAllowed no ->
          refuse(
              "%s (%s) may not decide it; %s may."
                  .formatted(member.id(), member.role().word(), HoldWords.roles(no.deciders())));
      case TakenOver.SamePerson(StaffId staff) ->
          refuse("%s cannot take over from themselves.".formatted(staff));
      case TakenOver.NoHold(Holding why) -> refuse(HoldWords.refusal(why, member, customer));
    };
  }

  private int refuse(String reason) {
    err().println(reason + " Nothing was changed.");
    return FAILED;
  }

  private int tell(Hold hold) {
    if (json.wanted()) {
      JsonOption.print(
          out(),
          JsonNodeFactory.instance
              .objectNode()
              .put("customer", customer.value())
              .put("from", from.value())
              .put("to", to.value())
              .put("hold", hold.id().toString())
              .put("due", hold.due().toString()));
      return DONE;
    }
    out().printf("%s looks after %s from now on, in the place of %s.%n", to, customer, from);
    out().println(TerminalText.line(hold.message()));
    out()
        .printf(
            "Change the account manager where %s's file comes from, too: the next import takes what"
                + " it says. And write the note to %s: regards tasks --customer %s%n",
            customer, from, customer);
    return DONE;
  }
}
