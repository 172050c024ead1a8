package org.regards.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.regards.mailbox.Action;
import org.regards.mailbox.Explained;
import org.regards.mailbox.Incoming;
import org.regards.mailbox.Reported;
import org.regards.mailbox.StatusCode;
import org.regards.mailbox.Token;

/** What a message is taken for, for a person. */
final class ExplainedWords {
  private final PrintWriter out;

  ExplainedWords(PrintWriter out) {
    this.out = out;
  }

  void print(Path file, Explained explained) {
    line("%s: %s", file, title(explained));
    explained.incoming().recipients().forEach(this::print);
    line("  %s", letter(explained));
    explained.why().forEach(evidence -> line("  because  %s", evidence));
    out.flush();
  }

  private static String title(Explained explained) {
    String by = explained.system().isEmpty() ? "" : ", by " + explained.system();
    return switch (explained.incoming()) {
      case Incoming.Bounce ignored -> "bounce: it did not arrive" + by;
      case Incoming.Delayed ignored -> "delayed: nobody has to do anything yet" + by;
      case Incoming.Reply reply -> "reply from " + reply.from();
      case Incoming.AutoReply reply ->
          "auto-reply from " + reply.from() + ", which counts as nothing";
      case Incoming.Other other -> "other: " + other.what();
    };
  }

  private void print(Reported reported) {
    String address = reported.address().isEmpty() ? "no address named" : reported.address();
    if (reported.action() == Action.FAILED || reported.action() == Action.DELAYED) {
      line(
          "  %s: %s (%s, %s)",
          address, reported.reason().words(), status(reported), lasting(reported));
      if (!reported.diagnostic().isEmpty()) {
        line("    %s", reported.diagnostic());
      }
    } else {
      line("  %s: %s (%s)", address, reported.action().word(), reported.status());
    }
    if (!reported.sentTo().equals(reported.address())) {
      line("    we wrote to %s", reported.sentTo());
    }
    if (!reported.server().isEmpty()) {
      line("    said by %s", reported.server());
    }
  }

  private static String status(Reported reported) {
    Optional<StatusCode> other = reported.given().filter(given -> !given.equals(reported.status()));
    return reported.status() + other.map(given -> ", where the report says " + given).orElse("");
  }

  private static String lasting(Reported reported) {
    return reported.status().isPermanent() ? "permanent" : "temporary";
  }

  private static String letter(Explained explained) {
    boolean isReport = !explained.incoming().recipients().isEmpty();
    return switch (explained.token()) {
      case Token.Known known ->
          "about letter %s to %s".formatted(known.letter().letter(), known.letter().recipient());
      case Token.Likely likely ->
          "names %s, which looks like a letter of ours; a store would say which"
              .formatted(likely.messageId());
      case Token.None ignored -> isReport ? ofNone(explained) : "names no letter of ours";
    };
  }

  private static String ofNone(Explained explained) {
    return explained.outer() == null
        ? "names no letter of ours, so it would be ignored: anybody can write such a report"
        : "names no letter of ours, so it would be ignored, and what brings it be filed by itself";
  }

  private void line(String form, Object... values) {
    String text = form.formatted(values);
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    out.println(indent + TerminalText.line(text));
  }
}
