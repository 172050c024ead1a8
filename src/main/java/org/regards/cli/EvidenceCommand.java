package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.EvidenceCheck;
import org.regards.history.PostEvidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards evidence}. */
@Command(
    name = "evidence",
    description = "List what was seen on the web, and say whether any of it was changed since.",
    footer = {"", "Examples:", "  regards evidence C-1008", "  regards evidence --verify"})
final class EvidenceCommand extends HouseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Of this customer only.")
  private @Nullable CustomerId customer;

  @Option(
      names = "--verify",
      description = "Compare rows and pictures with what was kept; ends with 1 when any differs.")
  private boolean verify;

  @Mixin private JsonOption json;

  EvidenceCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    known(house, customer);
    List<EvidenceCheck> checks = new ArrayList<>();
    if (customer == null) {
      house.evidence().verifyAll(checks::add);
    } else {
      checks.addAll(house.evidence().verify(customer));
    }
    boolean sound = checks.stream().allMatch(EvidenceCheck::isSound);
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (EvidenceCheck check : checks) {
        ObjectNode node = json(check.evidence());
        if (verify) {
          ArrayNode problems = node.put("sound", check.isSound()).putArray("problems");
          check.problems().forEach(problems::add);
        }
        list.add(node);
      }
      JsonOption.print(out(), list);
    } else if (checks.isEmpty()) {
      out().println("No evidence is kept. Keep some with: regards evidence add CUSTOMER --url …");
    } else {
      print(checks);
    }
    return verify && !sound ? FAILED : DONE;
  }

  private void print(List<EvidenceCheck> checks) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("evidence", "customer", "seen", "by", "address"));
    for (EvidenceCheck check : checks) {
      PostEvidence one = check.evidence();
      rows.add(
          List.of(
              one.id(),
              one.customer().value(),
              one.seenAt().toString(),
              one.by().value(),
              one.url().toString()));
    }
    new Columns(out()).print(rows);
    if (verify) {
      out().println();
      for (EvidenceCheck check : checks) {
        check
            .problems()
            .forEach(problem -> out().printf("%s: %s%n", check.evidence().id(), problem));
      }
      long changed = checks.stream().filter(check -> !check.isSound()).count();
      out()
          .println(
              changed == 0
                  ? "All is as it was kept."
                  : "%,d of %s not as it was kept."
                      .formatted(changed, Numbered.of(checks.size(), "piece")));
    }
  }

  static ObjectNode json(PostEvidence one) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("evidence", one.id())
        .put("customer", one.customer().value())
        .put("url", one.url().toString())
        .put("seen", one.seenAt().toString())
        .put("text", one.text())
        .put("file", one.fileName())
        .put("sha256", one.fileDigest())
        .put("by", one.by().value())
        .put("recorded", one.recordedAt().toString());
  }
}
