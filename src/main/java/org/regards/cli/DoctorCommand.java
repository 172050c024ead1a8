package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;
import org.regards.mail.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards doctor}. */
@Command(
    name = "doctor",
    description = {
      "Look step by step whether emails can leave and are believed, and say what to mend: the"
          + " store, the mail server, its certificate, the sign-in, and the records of your domains"
          + " (SPF, DKIM, DMARC). Changes nothing, and sends nothing but a test letter if you ask"
          + " for one."
    },
    footer = {
      "",
      "Examples:",
      "  regards doctor",
      "  regards doctor --to me@orchard.example",
      "  regards doctor --json"
    })
final class DoctorCommand extends HouseCommand {
  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      converter = EmailAddressConverter.class,
      description = "Send a test letter there, to yourself.")
  private @Nullable EmailAddress to;

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      converter = EmailAddressConverter.class,
      description = "Whom the test letter comes from; when not given, the first of your senders.")
  private @Nullable EmailAddress from;

  @Mixin private JsonOption json;

  DoctorCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    boolean healthy =
        house
            .doctor()
            .look(
                to,
                from,
                finding -> {
                  if (json.wanted()) {
                    findings.add(asJson(finding));
                  } else {
                    out().printf("%s %s: %s%n", mark(finding), finding.step(), finding.words());
                    out().flush();
                  }
                });
    if (json.wanted()) {
      ObjectNode all = JsonNodeFactory.instance.objectNode().put("healthy", healthy);
      all.set("findings", findings);
      JsonOption.print(out(), all);
    }
    return healthy ? DONE : FAILED;
  }

  private static ObjectNode asJson(Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("step", finding.step())
        .put("verdict", finding.verdict().word())
        .put("message", finding.words());
  }

  private static String mark(Finding finding) {
    return switch (finding.verdict()) {
      case FINE -> "✓";
      case WRONG -> "✗";
      case OPEN -> "–";
    };
  }
}
