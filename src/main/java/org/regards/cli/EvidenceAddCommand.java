package org.regards.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.EvidenceRoom;
import org.regards.history.PostEvidence;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards evidence add}. */
@Command(
    name = "add",
    description = "Keep what was seen of a customer on the web, with a picture of it.",
    footer = {
      "",
      "Example:",
      "  regards evidence add C-1008 --url https://social.example/p/1 --seen 2026-11-13T19:05:00Z"
          + " --file post.png --text \"Still thieves.\" --as ss"
    })
final class EvidenceAddCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Whose post it is.")
  private CustomerId customer;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "ADDRESS",
      description = "Where it was seen.")
  private URI url;

  @Option(
      names = "--seen",
      required = true,
      paramLabel = "MOMENT",
      converter = MomentConverter.class,
      description = "When it was seen, for example 2026-11-13T19:05:00Z.")
  private Instant seen;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "PICTURE",
      description = "A picture of it; a copy is kept.")
  private Path file;

  @Option(names = "--text", paramLabel = "TEXT", description = "What it says, word for word.")
  private @Nullable String text;

  @Mixin private ActingOption acting;
  @Mixin private JsonOption json;

  EvidenceAddCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffMember by = acting.required(house.playbooks().load());
    PostEvidence kept =
        house
            .evidence()
            .add(
                new EvidenceRoom.Sighting(customer, url, seen, text == null ? "" : text, file),
                by.id(),
                house.clock().instant());
    if (json.wanted()) {
      ObjectNode node = EvidenceCommand.json(kept);
      JsonOption.print(out(), node);
    } else {
      out()
          .printf(
              "%s of %s is kept as %s, SHA-256 %s.%n",
              kept.id(), customer, kept.fileName(), kept.fileDigest());
    }
    return DONE;
  }
}
