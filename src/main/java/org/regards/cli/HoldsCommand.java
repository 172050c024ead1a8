package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.hold.Hold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards holds}. */
@Command(
    name = "holds",
    description = "List the holds that stand; with a customer all of theirs, lifted ones too.",
    footer = {"", "Examples:", "  regards holds --due", "  regards holds C-1009 --json"})
final class HoldsCommand extends HouseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private @Nullable CustomerId customer;

  @Option(
      names = "--due",
      description =
          "Only those whose day has passed: to be decided, and pauses that ended with letters that"
              + " may wait.")
  private boolean due;

  @Mixin private AsOfOption asOf;

  @Mixin private JsonOption json;

  HoldsCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Instant now = asOf.orNow(house.clock());
    List<Hold> all = customer == null ? house.holds().unlifted() : house.holds().of(customer);
    List<Hold> holds =
        all.stream()
            .filter(hold -> due ? hold.lifted() == null && hold.isPastDue(now) : isShown(hold, now))
            .toList();
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      holds.forEach(hold -> list.add(HoldWords.json(hold, now)));
      JsonOption.print(out(), list);
    } else if (holds.isEmpty()) {
      out().println(due ? "No hold is past its day." : "No hold stands.");
    } else {
      print(holds, now);
    }
    return DONE;
  }

  private boolean isShown(Hold hold, Instant now) {
    return customer != null || hold.isActive(now);
  }

  private void print(List<Hold> holds, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("hold", "customer", "kind", "state", "due", "owner", "may lift", "because"));
    for (Hold hold : holds) {
      rows.add(
          List.of(
              hold.id().toString(),
              hold.customer().value(),
              hold.kind().word(),
              HoldWords.state(hold, now),
              hold.due().toString(),
              hold.owner().value(),
              HoldWords.roles(hold.releasers()),
              hold.because()));
    }
    new Columns(out()).print(rows);
  }
}
