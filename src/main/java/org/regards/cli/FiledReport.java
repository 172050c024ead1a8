package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.regards.mailbox.Filed;
import org.regards.mailbox.Mailbox;
import org.regards.mailbox.Received;

/** What became of messages, for a person or a script, and how many there were of each kind. */
final class FiledReport {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean asJson;
  private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int count;
  private int unreadable;

  FiledReport(PrintWriter out, PrintWriter err, boolean asJson) {
    this.out = out;
    this.err = err;
    this.asJson = asJson;
  }

  int count() {
    return count;
  }

  boolean allRead() {
    return unreadable == 0;
  }

  void tell(Path file, Filed filed) {
    count++;
    note(filed, JsonNodeFactory.instance.objectNode().put("file", file.toString()));
  }

  void tell(Received received) {
    count++;
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("folder", received.folder())
            .put("uid", received.uid());
    switch (received.became()) {
      case Received.Became.Done(Filed filed) -> note(filed, node);
      case Received.Became.Gone ignored -> list.add(node.put("did", "gone"));
      case Received.Became.Unreadable ignored -> {
        unreadable++;
        list.add(node.put("did", "unreadable"));
        err.printf(
            "Message %d in %s could not be read, however often it was tried; look at it"
                + " yourself.%n",
            received.uid(), received.folder());
      }
    }
  }

  /** As {@link #tell(Received)}, one line of JSON each and nothing kept: a watch has no end. */
  void tellNow(Received received) {
    tell(received);
    if (asJson) {
      list.forEach(node -> out.println(node));
    }
    list.removeAll();
    out.flush();
    err.flush();
  }

  void end(Mailbox.Reading reading) {
    if (asJson) {
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      whole.put("read", count);
      ObjectNode each = whole.putObject("counts");
      counts.forEach(each::put);
      whole.set("messages", list);
      if (reading instanceof Mailbox.Reading.Failed failed) {
        whole.put("failure", failed.reason());
      }
      JsonOption.print(out, whole);
      return;
    }
    out.printf(
        "%s read%s.%n",
        Numbered.of(count, "message"),
        counts.isEmpty()
            ? ""
            : counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", ": ", "")));
    if (reading instanceof Mailbox.Reading.Failed failed) {
      err.println(failed.reason());
    }
  }

  private void note(Filed filed, ObjectNode node) {
    counts.merge(filed.word(), 1, Integer::sum);
    if (asJson) {
      list.add(FiledWords.json(filed, node.put("did", filed.word())));
    } else {
      FiledWords.lines(filed).forEach(out::println);
    }
  }
}
