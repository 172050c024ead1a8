package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.outbox.Outbox;
import org.regards.outbox.QueueCount;
import org.regards.outbox.QueueOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards queue}. */
@Command(
    name = "queue",
    description =
        "Let letters on paper wait for the next print run; without letters, say what waits.",
    footer = {
      "",
      "Examples:",
      "  regards queue",
      "  regards queue L-1 L-2",
      "  regards queue --all --of thank-you",
      "  regards queue --cancel L-2"
    })
final class QueueCommand extends HouseCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Option(names = "--all", description = "All approved letters on paper.")
  private boolean all;

  @Option(
      names = "--of",
      paramLabel = "TYPE",
      converter = LetterTypeConverter.class,
      description = "With --all, only letters of this type.")
  private @Nullable LetterType type;

  @Option(names = "--cancel", description = "Take the letters out; what was approved stays so.")
  private boolean cancel;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  QueueCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    boolean clear =
        all ? letters.isEmpty() && !cancel : type == null && !(cancel && letters.isEmpty());
    if (!clear) {
      throw new ParameterException(
          spec().commandLine(),
          "Name letters, or say --all, with --of for one type; --cancel takes letters by name.");
    }
    Outbox outbox = house.outbox();
    if (!all && letters.isEmpty()) {
      list(outbox.queued());
      return DONE;
    }
    Told told = new Told();
    if (all) {
      outbox.queueApproved(type, acting.known(house.playbooks()), told::hear);
    } else if (cancel) {
      outbox.takeBack(letters, acting.known(house.playbooks()), told::hear);
    } else {
      outbox.queue(letters, acting.known(house.playbooks()), told::hear);
    }
    return told.end();
  }

  private void list(List<QueueCount> counts) {
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("queued", sum(counts));
      ArrayNode types = node.putArray("types");
      for (QueueCount count : counts) {
        types
            .addObject()
            .put("type", count.type().word())
            .put("letters", count.letters())
            .put("since", count.since().toString());
      }
      JsonOption.print(out(), node);
    } else if (counts.isEmpty()) {
      out().println("No letters are queued. Queue approved letters on paper: regards queue --all");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("type", "letters", "since"));
      for (QueueCount count : counts) {
        rows.add(
            List.of(
                count.type().word(),
                "%,d".formatted(count.letters()),
                count.since().toString().substring(0, "2026-11-20".length())));
      }
      rows.add(List.of("in all", "%,d".formatted(sum(counts)), ""));
      new Columns(out()).print(rows);
    }
  }

  private static long sum(List<QueueCount> counts) {
    return counts.stream().mapToLong(QueueCount::letters).sum();
  }

  /** What is said of each letter, and of all. */
  private final class Told {
    private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
    private final ProgressLine line = new ProgressLine(err());
    private long queued;
    private long refused;

    void hear(QueueOutcome outcome) {
      boolean done =
          switch (outcome) {
            case QueueOutcome.Queued ignored -> true;
            case QueueOutcome.QueuedBefore ignored -> true;
            case QueueOutcome.TakenBack ignored -> true;
            case QueueOutcome.Held ignored -> false;
            case QueueOutcome.NotWaiting ignored -> false;
          };
      queued += outcome instanceof QueueOutcome.Queued ? 1 : 0;
      refused += done ? 0 : 1;
      if (json.wanted()) {
        list.add(asJson(outcome));
      } else if (!done) {
        line.end();
        err().println(outcome.message());
      } else if (all) {
        line.show("%,d letters queued".formatted(queued));
      } else {
        out().println(outcome.message());
      }
    }

    int end() {
      line.end();
      if (json.wanted()) {
        JsonOption.print(out(), list);
      } else if (all) {
        out()
            .println(
                queued == 0 && refused == 0
                    ? "There are no approved letters on paper%s that do not wait already. Approve drafts: regards approve --all --as STAFF"
                        .formatted(type == null ? "" : " of type " + type.word())
                    : "%,d queued, %,d not. Print them: regards print-run"
                        .formatted(queued, refused));
      }
      return refused == 0 ? DONE : FAILED;
    }

    private ObjectNode asJson(QueueOutcome outcome) {
      String word =
          switch (outcome) {
            case QueueOutcome.Queued ignored -> "queued";
            case QueueOutcome.QueuedBefore ignored -> "queued-before";
            case QueueOutcome.TakenBack ignored -> "taken-back";
            case QueueOutcome.Held ignored -> "held";
            case QueueOutcome.NotWaiting ignored -> "not-queued";
          };
      return JsonNodeFactory.instance
          .objectNode()
          .put("letter", outcome.letter().toString())
          .put("outcome", word)
          .put("message", outcome.message());
    }
  }
}
