package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.outbox.OutboxEntry;
import org.regards.outbox.OutboxView;
import org.regards.outbox.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code regards outbox}. */
@Command(
    name = "outbox",
    description = "Show the emails that wait, are being sent or are in doubt, and why.",
    footer = {
      "",
      "Examples:",
      "  regards outbox",
      "  regards outbox --state refused --json",
      "  regards outbox --customer C-1017",
      "  regards outbox resolve L-12 --delivered --as em"
    })
final class OutboxCommand extends HouseCommand {
  private static final int SHOWN = 200;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description =
          "Those in a state: queued, sending, dot-sent, accepted, refused, deferred, in-doubt,"
              + " bounced, replied or cancelled. Without it, those that are not settled.")
  private @Nullable String state;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "Those to one customer.")
  private @Nullable CustomerId customer;

  @Mixin private JsonOption json;

  OutboxCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (state != null && !OutboxEntry.states().contains(state)) {
      throw new ParameterException(
          spec().commandLine(),
          "'%s' is not a state of an email; they are %s"
              .formatted(state, String.join(", ", OutboxEntry.states())));
    }
    known(house, customer);
    OutboxView view = house.outbox().emails(state, customer);
    if (json.wanted()) {
      JsonOption.print(out(), asJson(view));
      return DONE;
    }
    view.standstill()
        .ifPresent(
            words -> {
              out().println(words);
              out().println();
            });
    if (view.restored() != null) {
      out().println("Nothing leaves without a word: " + view.restored());
      out().println();
    }
    print(view);
    for (Worker worker : view.workers()) {
      out()
          .println(
              "Sending since %s: process %d on %s, with %,d under way."
                  .formatted(
                      PrintRunShowCommand.MOMENT.format(worker.since()),
                      worker.pid(),
                      worker.host(),
                      worker.letters()));
    }
    return DONE;
  }

  private void print(OutboxView view) {
    List<OutboxEntry> entries = view.entries();
    List<OutboxEntry> doubtful = entries.stream().filter(OutboxEntry::isInDoubt).toList();
    for (OutboxEntry entry : doubtful) {
      out()
          .println(
              "%s to %s may have arrived or not: %s"
                  .formatted(entry.letter(), entry.name(), view.next(entry)));
    }
    if (!doubtful.isEmpty()) {
      out().println();
    }
    if (!entries.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("letter", "type", "to", "state", "failed", "server said", "next"));
      for (OutboxEntry entry : entries.subList(0, Math.min(SHOWN, entries.size()))) {
        rows.add(
            List.of(
                entry.letter().toString(),
                entry.type().word(),
                entry.customer() + " " + entry.name(),
                entry.state(),
                "%,d".formatted(entry.tries()),
                entry.said(),
                entry.isInDoubt() ? "see above" : view.next(entry)));
      }
      new Columns(out()).print(rows);
      if (entries.size() > SHOWN) {
        out().println("and %,d more; all with --json".formatted(entries.size() - SHOWN));
      }
      out().println();
    } else {
      out()
          .println(
              "No email%s %s."
                  .formatted(
                      customer == null ? "" : " to " + customer,
                      state == null ? "waits" : "is " + state));
    }
    if (!view.counts().isEmpty()) {
      out()
          .println(
              "In all: "
                  + String.join(
                      ", ",
                      view.counts().entrySet().stream()
                          .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
                          .toList())
                  + ".");
    }
  }

  private static ObjectNode asJson(OutboxView view) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (view.stop() != null) {
      node.putObject("stopped")
          .put("reason", view.stop().reason())
          .put("since", view.stop().stoppedAt().toString());
    }
    if (view.restored() != null) {
      node.put("restored", view.restored());
    }
    ArrayNode workers = node.putArray("workers");
    for (Worker worker : view.workers()) {
      workers
          .addObject()
          .put("host", worker.host())
          .put("process", worker.pid())
          .put("since", worker.since().toString())
          .put("lastBeat", worker.lastBeat().toString())
          .put("letters", worker.letters());
    }
    ObjectNode counts = node.putObject("counts");
    view.counts().forEach(counts::put);
    ArrayNode emails = node.putArray("emails");
    for (OutboxEntry entry : view.entries()) {
      emails
          .addObject()
          .put("letter", entry.letter().toString())
          .put("type", entry.type().word())
          .put("customer", entry.customer().value())
          .put("name", entry.name())
          .put("state", entry.state())
          .put("due", entry.due().toString())
          .put("tries", entry.tries())
          .put("said", entry.said())
          .put("waitsFor", entry.waitsFor())
          .put("mayHaveArrived", entry.mayHaveArrived() || entry.isInDoubt())
          .put("server", entry.server())
          .put("messageId", entry.messageId())
          .put("since", entry.changed().toString())
          .put("next", view.next(entry));
    }
    return node;
  }
}
