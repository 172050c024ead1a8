package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.audit.AuditEntry;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards audit}. */
@Command(
    name = "audit",
    description = "List who did what, when and why; or check that nobody changed it since.",
    footer = {
      "",
      "Examples:",
      "  regards audit --customer C-1009",
      "  regards audit --record letter/L-3 --json",
      "  regards audit --last 20",
      "  regards audit verify"
    })
final class AuditCommand extends HouseCommand {
  private static final int PAGE = 1_000;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Only what is about this customer.")
  private @Nullable CustomerId customer;

  @Option(
      names = "--record",
      paramLabel = "RECORD",
      description = "Only what was done to this record, for example letter/L-3 or hold/H-1.")
  private @Nullable String record;

  @Option(
      names = "--last",
      paramLabel = "NUMBER",
      description = "Only so many rows, the latest ones.")
  private @Nullable Integer last;

  @Mixin private JsonOption json;

  AuditCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    known(house, customer);
    List<AuditEntry> all = entries(house.auditTrail());
    int most = last == null ? all.size() : Math.clamp(last, 0, all.size());
    List<AuditEntry> entries = all.subList(all.size() - most, all.size());
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      entries.forEach(entry -> list.add(json(entry)));
      JsonOption.print(out(), list);
    } else if (entries.isEmpty()) {
      out().println("Nothing was done, or nothing of that.");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("row", "at", "who", "did", "record", "customer", "because"));
      entries.forEach(entry -> rows.add(row(entry)));
      new Columns(out()).print(rows);
    }
    return DONE;
  }

  private List<AuditEntry> entries(AuditTrail trail) {
    CustomerId about = customer;
    String named = record;
    if (named != null) {
      return trail.of(named).stream().filter(entry -> isAbout(entry, about)).toList();
    }
    if (about != null) {
      return trail.of(about);
    }
    List<AuditEntry> all = new ArrayList<>();
    long after = 0;
    for (List<AuditEntry> page = trail.after(after, PAGE);
        !page.isEmpty();
        page = trail.after(after, PAGE)) {
      all.addAll(page);
      after = page.getLast().number();
    }
    return all;
  }

  private static boolean isAbout(AuditEntry entry, @Nullable CustomerId customer) {
    Deed deed = entry.deed();
    return customer == null || (deed != null && customer.equals(deed.customer()));
  }

  private static List<String> row(AuditEntry entry) {
    Deed deed = entry.deed();
    if (deed == null) {
      return List.of(
          Long.toString(entry.number()), entry.at().toString(), "", "", "", "", "(erased)");
    }
    CustomerId about = deed.customer();
    return List.of(
        Long.toString(entry.number()),
        entry.at().toString(),
        deed.actor().name(),
        deed.act().word(),
        deed.record(),
        about == null ? "" : about.value(),
        deed.because());
  }

  private static ObjectNode json(AuditEntry entry) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("row", entry.number())
            .put("at", entry.at().toString());
    Deed deed = entry.deed();
    if (deed == null) {
      node.put("erased", true);
    } else {
      CustomerId about = deed.customer();
      node.put("actor", deed.actor().name())
          .put("act", deed.act().word())
          .put("record", deed.record())
          .put("customer", about == null ? null : about.value())
          .put("because", deed.because());
    }
    return node.put("link", entry.link());
  }
}
