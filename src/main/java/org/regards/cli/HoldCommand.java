package org.regards.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.hold.Hold;
import org.regards.hold.HoldKind;
import org.regards.hold.HoldOrder;
import org.regards.hold.Holding;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards hold}. */
@Command(
    name = "hold",
    description =
        "Stop all that goes to a customer, by every channel, what is queued too: until a day, or"
            + " until somebody lifts it.",
    footer = {
      "",
      "Examples:",
      "  regards hold C-1009 --kind stop --record interaction/I-0009 --owner ow --due 2026-11-23"
          + " --as ss",
      "  regards hold C-1012 --kind pause --because \"asked for quiet\" --owner mk --due 2026-12-20"
          + " --as ss"
    })
final class HoldCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private CustomerId customer;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      converter = HoldKindConverter.class,
      description = "pause, stop, legal, do-not-contact or declined.")
  private HoldKind kind;

  @Option(names = "--because", paramLabel = "REASON", description = "Why, in a few words.")
  private @Nullable String because;

  @Option(
      names = "--record",
      paramLabel = "RECORD",
      description = "The record that caused it, for example interaction/I-0009 or just I-0009.")
  private @Nullable String record;

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who decides what comes next.")
  private StaffId owner;

  @Option(
      names = "--due",
      required = true,
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The last day of a pause; of others the day by which the owner decides.")
  private LocalDate due;

  @Option(
      names = "--may-lift",
      split = ",",
      paramLabel = "ROLE",
      converter = RoleConverter.class,
      description = "Who may lift it, if not all those who may lift one of its kind.")
  private List<Role> releasers = List.of();

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  HoldCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    String cause = because == null ? "" : because.strip();
    if (cause.isEmpty() && record == null) {
      throw new ParameterException(
          spec().commandLine(), "Say why: --because REASON, or --record RECORD, or both.");
    }
    StaffMember member = acting.required(house.playbooks().load());
    Instant now = house.clock().instant();
    HoldOrder order =
        new HoldOrder(
            customer,
            kind,
            record == null ? "" : record.contains("/") ? record : "interaction/" + record,
            cause,
            owner,
            member.id(),
            due,
            new HashSet<>(releasers));
    return switch (house.holds().set(order, now)) {
      case Holding.Held held -> tell(held, now);
      case Holding.Past refused -> refuse(refused, member);
      case Holding.ErasedBefore refused -> refuse(refused, member);
      case Holding.TooLong refused -> refuse(refused, member);
      case Holding.NotAllowed refused -> refuse(refused, member);
      case Holding.WrongReleasers refused -> refuse(refused, member);
      case Holding.UnknownCause refused -> refuse(refused, member);
    };
  }

  private int refuse(Holding refused, StaffMember member) {
    err().println(HoldWords.refusal(refused, member, customer) + " Nothing was changed.");
    return FAILED;
  }

  private int tell(Holding.Held held, Instant now) {
    Hold hold = held.hold();
    if (json.wanted()) {
      ObjectNode node = HoldWords.json(hold, now);
      var tasks = node.putArray("tasks");
      held.tasks().forEach(task -> tasks.add(TaskWords.json(task)));
      JsonOption.print(out(), node);
      return DONE;
    }
    out().println(TerminalText.line(hold.message()));
    held.tasks().forEach(task -> out().println(TaskWords.line(task)));
    return DONE;
  }
}
