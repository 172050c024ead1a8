package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.approval.PolicyException;
import org.regards.customer.CustomerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards exceptions}. */
@Command(
    name = "exceptions",
    description =
        "The ledger of exceptions: who let which letter give more than its policy, and why.",
    footer = {"", "Examples:", "  regards exceptions", "  regards exceptions C-1003 --json"})
final class ExceptionsCommand extends HouseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Only those of one customer.")
  private @Nullable CustomerId customer;

  @Mixin private JsonOption json;

  ExceptionsCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    known(house, customer);
    List<PolicyException> ledger = house.exceptions().ledger(Optional.ofNullable(customer));
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      ledger.forEach(line -> list.add(asJson(line)));
      JsonOption.print(out(), list);
    } else if (ledger.isEmpty()) {
      out()
          .println(
              customer == null
                  ? "There are no exceptions."
                  : "There are no exceptions for %s.".formatted(customer));
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("day", "letter", "customer", "policy", "up to", "by", "because"));
      for (PolicyException line : ledger) {
        rows.add(
            List.of(
                line.at().toString().substring(0, "2026-11-20".length()),
                line.letter().toString(),
                line.customer().value(),
                line.policy().value(),
                line.most().toString(),
                line.by().value(),
                line.because()));
      }
      new Columns(out()).print(rows);
    }
    return DONE;
  }

  static ObjectNode asJson(PolicyException line) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", line.at().toString())
        .put("letter", line.letter().toString())
        .put("customer", line.customer().value())
        .put("policy", line.policy().value())
        .put("most", line.most().toString())
        .put("by", line.by().value())
        .put("role", line.role().word())
        .put("because", line.because());
  }
}
