package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import org.regards.outbox.SendOutcome;

/** What is said of each letter that was to be sent, and of all. */
final class SendReport {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean asJson;
  private final boolean many;
  private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
  private final ProgressLine line;
  private long sent;
  private long waiting;
  private long others;

  /**
   * @param many whether letters that left are only counted
   */
  SendReport(PrintWriter out, PrintWriter err, boolean asJson, boolean many) {
    this.out = out;
    this.err = err;
    this.asJson = asJson;
    this.many = many;
    this.line = new ProgressLine(err);
  }

  void hear(SendOutcome outcome) {
    boolean fine = isFine(outcome);
    if (outcome instanceof SendOutcome.Waits) {
      waiting++;
    } else if (fine) {
      sent++;
    } else {
      others++;
    }
    if (asJson) {
      list.add(json(outcome));
    } else if (!fine) {
      line.end();
      err.println(outcome.message());
      err.flush();
    } else if (many) {
      line.show("%,d letters sent".formatted(sent));
    } else {
      out.println(outcome.message());
      out.flush();
    }
  }

  /** Why nothing leaves, or that it goes on. */
  void weather(String words) {
    line.end();
    err.println(words);
    err.flush();
  }

  /**
   * @param rest why others still wait
   */
  int end(Optional<String> rest) {
    line.end();
    if (asJson) {
      JsonOption.print(out, list);
    } else if (many) {
      out.println(
          sent + waiting + others == 0 && rest.isEmpty()
              ? "Nothing was due. What waits: regards outbox"
              : "%,d sent, %,d wait, %,d not sent.%s"
                  .formatted(
                      sent, waiting, others, others + waiting == 0 ? "" : " See: regards outbox"));
    }
    rest.ifPresent(err::println);
    return others == 0 && rest.isEmpty() ? HouseCommand.DONE : HouseCommand.FAILED;
  }

  private static ObjectNode json(SendOutcome outcome) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("letter", outcome.letter().toString())
        .put("outcome", word(outcome))
        .put("message", outcome.message());
  }

  /** Whether it left, now or before, or waits as it was asked to. */
  private static boolean isFine(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Sent
        || outcome instanceof SendOutcome.AlreadySent
        || outcome instanceof SendOutcome.Waits;
  }

  private static String word(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent ignored -> "sent";
      case SendOutcome.AlreadySent ignored -> "already-sent";
      case SendOutcome.Held ignored -> "held";
      case SendOutcome.RefusedByServer ignored -> "refused";
      case SendOutcome.TooBig ignored -> "too-big";
      case SendOutcome.GivenUp ignored -> "given-up";
      case SendOutcome.Deferred ignored -> "deferred";
      case SendOutcome.Waits ignored -> "waits";
      case SendOutcome.Stopped ignored -> "stopped";
      case SendOutcome.SentAgain ignored -> "sent-again";
      case SendOutcome.ServerUnreachable ignored -> "server-unreachable";
      case SendOutcome.InDoubt ignored -> "in-doubt";
    };
  }
}
