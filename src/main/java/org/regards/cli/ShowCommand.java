package org.regards.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.RecordChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
  private String customer;

  @Option(
      names = "--as-of",
      paramLabel = "MOMENT",
      converter = MomentConverter.class,
      description = "As of 2026-11-20 or 2026-11-20T09:00:00Z. Default: now.")
  private @Nullable Instant asOf;

  @Mixin private JsonOption json;

  ShowCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Instant moment = asOf == null ? house.clock().instant() : asOf;
    Dossier dossier = house.drafts().dossier(new CustomerId(customer), moment);
    List<RecordChange> changes = house.dossiers().changes(dossier.customer().id(), moment);
    if (json.wanted()) {
      JsonOption.print(out(), DossierJson.of(dossier, changes));
    } else {
      new Timeline(out()).print(dossier, changes);
    }
    return DONE;
  }
}
