package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.outbox.BadAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards mailbox clear}. */
@Command(
    name = "clear",
    description =
        "Say that mail arrives at a customer's address after all, though a letter bounced there.",
    footer = {"", "Example:", "  regards mailbox clear C-1017 --as ss"})
final class MailboxClearCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private CustomerId customer;

  @Mixin private ActingOption acting;
  @Mixin private JsonOption json;

  MailboxClearCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Actor by = Actor.of(acting.required(house.playbooks().load()).id());
    List<BadAddress> cleared =
        house.bouncedAddresses().clear(customer, by, house.clock().instant());
    if (json.wanted()) {
      JsonOption.print(
          out(),
          JsonNodeFactory.instance
              .objectNode()
              .put("customer", customer.value())
              .put("cleared", cleared.size()));
    } else if (cleared.isEmpty()) {
      out().printf("No address of %s was marked; nothing was changed.%n", customer);
    } else {
      out().printf("Letters to %s go by email again.%n", customer);
    }
    return DONE;
  }
}
