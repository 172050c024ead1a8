package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.RecordChange;
import org.regards.hold.Hold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards show}. */
@Command(
    name = "show",
    description = "Show what is known of a customer, as a timeline.",
    footer = {
      "",
      "Examples:",
      "  regards show C-1001",
      "  regards show C-1001 --as-of 2026-06-30 --json"
    })
final class ShowCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private CustomerId customer;

  @Mixin private AsOfOption asOf;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  ShowCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Instant moment = asOf.orNow(house.clock());
    Dossier dossier = house.drafts().dossier(customer, moment);
    List<RecordChange> changes = house.dossiers().changes(dossier.customer().id(), moment);
    List<Hold> holds = house.holds().standing(dossier.customer().id(), moment);
    CustomerId shown = dossier.customer().id();
    house
        .auditTrail()
        .read(house.clock().instant(), acting.known(house.playbooks()), "customer/" + shown, shown);
    if (json.wanted()) {
      ObjectNode node = DossierJson.of(dossier, changes);
      ArrayNode list = node.putArray("holds");
      holds.forEach(hold -> list.add(HoldWords.json(hold, moment)));
      JsonOption.print(out(), node);
    } else {
      holds.forEach(hold -> out().println(TerminalText.line(hold.message())));
      new Timeline(out()).print(dossier, changes);
    }
    return DONE;
  }
}
