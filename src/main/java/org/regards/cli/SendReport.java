package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.regards.outbox.SendOutcome;

/** What is said of each letter that was to be sent, and of all. */
final class SendReport {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean asJson;
  private final boolean many;
  private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
  private final ProgressLine line;
  private final LongSupplier inOutbox;
  private String lastReason = "";
  private long sent;
  private long sandboxed;
  private @Nullable Path sandbox;
  private long waiting;
  private long others;
  private boolean halted;
  private boolean watching;

  /**
   * @param many whether letters that left are only counted
   * @param inOutbox how many wait there
   */
  SendReport(
      PrintWriter out, PrintWriter err, boolean asJson, boolean many, LongSupplier inOutbox) {
    this.out = out;
    this.err = err;
    this.asJson = asJson;
    this.many = many;
    this.inOutbox = inOutbox;
    this.line = new ProgressLine(err);
  }

  void hear(SendOutcome outcome) {
    boolean fine = isFine(outcome);
    Optional<String> reason = reasonForAll(outcome);
    if (outcome instanceof SendOutcome.Sent done && done.file() != null) {
      sandboxed++;
      sandbox = done.file().getParent();
    } else if (outcome instanceof SendOutcome.Waits) {
      waiting++;
    } else if (fine) {
      sent++;
    } else if (reason.isPresent()) {
      halted = true;
    } else {
      others++;
    }
    if (asJson) {
      list.add(json(outcome));
    } else if (reason.isPresent()) {
      tellOfHalt(outcome, reason.get());
    } else if (!fine) {
      line.end();
      err.println(outcome.message());
      err.flush();
    } else if (many) {
      line.show("%,d letters sent".formatted(sent + sandboxed));
    } else {
      out.println(outcome.message());
      out.flush();
    }
  }

  /** Of many letters that one thing holds up, it is said once: here or at the end. */
  private void tellOfHalt(SendOutcome outcome, String reason) {
    if (many) {
      return;
    }
    err.println(
        reason.equals(lastReason)
            ? "%s waits for the same reason.".formatted(outcome.letter())
            : outcome.message());
    err.flush();
    lastReason = reason;
  }

  /** What holds this letter up and all others with it. */
  private static Optional<String> reasonForAll(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Stopped stopped -> Optional.of(stopped.reason());
      case SendOutcome.ServerUnreachable unreachable -> Optional.of(unreachable.reason());
      case SendOutcome.Sent ignored -> Optional.empty();
      case SendOutcome.AlreadySent ignored -> Optional.empty();
      case SendOutcome.Held ignored -> Optional.empty();
      case SendOutcome.RefusedByServer ignored -> Optional.empty();
      case SendOutcome.TooBig ignored -> Optional.empty();
      case SendOutcome.GivenUp ignored -> Optional.empty();
      case SendOutcome.Deferred ignored -> Optional.empty();
      case SendOutcome.Waits ignored -> Optional.empty();
      case SendOutcome.SentAgain ignored -> Optional.empty();
      case SendOutcome.InDoubt ignored -> Optional.empty();
    };
  }

  /** Why nothing leaves, or that it goes on. */
  void weather(String words) {
    watching = true;
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
      out.println(sum(rest.isPresent()));
      out.flush();
    }
    rest.ifPresent(err::println);
    return others == 0 && !halted && rest.isEmpty() ? HouseCommand.DONE : HouseCommand.FAILED;
  }

  private String sum(boolean held) {
    long left = inOutbox.getAsLong();
    String waits =
        left == 0 ? "no email waits." : "%,d in the outbox: regards outbox".formatted(left);
    if (sent + sandboxed + waiting + others + left == 0 && !halted && !held && !watching) {
      return "Nothing was due. Letters that nobody has approved yet: regards approvals";
    }
    List<String> counts = new ArrayList<>();
    if (sandboxed > 0) {
      counts.add(
          "%,d in the sandbox (%s) and nothing left this machine".formatted(sandboxed, sandbox));
    }
    if (sent > 0 || sandboxed + waiting == 0) {
      counts.add("%,d sent".formatted(sent));
    }
    if (waiting > 0) {
      counts.add("%,d not due yet".formatted(waiting));
    }
    if (others > 0) {
      counts.add("%,d not sent".formatted(others));
    }
    return String.join(", ", counts) + "; " + waits;
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
