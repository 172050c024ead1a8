package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.mailbox.Filed;

/** What became of a message, in words. */
final class FiledWords {
  private FiledWords() {}

  /** Empty for what nobody has to know of one by one. */
  static List<String> lines(Filed filed) {
    return switch (filed) {
      case Filed.Bounced bounced -> lines(bounced);
      case Filed.Delayed delayed ->
          List.of("%s is still on its way; nobody has to do anything.".formatted(delayed.letter()));
      case Filed.Contact contact ->
          contact.kept().stream().map(kept -> line(kept, contact.answers())).toList();
      case Filed.Proof proof ->
          List.of("%s arrived, which nobody could know until now.".formatted(proof.letter()));
      case Filed.Automatic ignored -> List.of();
      case Filed.Before ignored -> List.of();
      case Filed.Left ignored -> List.of();
    };
  }

  private static List<String> lines(Filed.Bounced bounced) {
    String line =
        "%s to %s did not arrive: %s (%s).%s %s tells who sees to it: regards tasks --customer %s"
            .formatted(
                bounced.letter(),
                bounced.customer(),
                bounced.reason().words(),
                bounced.status(),
                bounced.addressClosed() ? " No email goes to that address any more." : "",
                bounced.task(),
                bounced.customer());
    return bounced.emailStopped()
        ? List.of(
            line,
            "All email stands still now: the next letters would come back as well. regards outbox"
                + " says why, and regards outbox resume --as STAFF lets it go on when that is"
                + " mended.")
        : List.of(line);
  }

  private static String line(Filed.Kept kept, @Nullable LetterId answers) {
    return "%s %s%s: %s (regards show %s)"
        .formatted(
            kept.customer(),
            answers == null ? "wrote to us" : "answered " + answers,
            kept.otherAddress() ? ", from an address that is not on record" : "",
            kept.interaction(),
            kept.customer());
  }

  static ObjectNode json(Filed filed, ObjectNode node) {
    switch (filed) {
      case Filed.Bounced bounced ->
          node.put("letter", bounced.letter().toString())
              .put("customer", bounced.customer().value())
              .put("reason", bounced.reason().word())
              .put("status", bounced.status().toString())
              .put("addressClosed", bounced.addressClosed())
              .put("emailStopped", bounced.emailStopped())
              .put("task", bounced.task().toString());
      case Filed.Delayed delayed -> node.put("letter", delayed.letter().toString());
      case Filed.Contact contact -> {
        LetterId answers = contact.answers();
        node.put("letter", answers == null ? null : answers.toString());
        ArrayNode kept = node.putArray("contacts");
        for (Filed.Kept one : contact.kept()) {
          kept.addObject()
              .put("customer", one.customer().value())
              .put("interaction", one.interaction().value())
              .put("otherAddress", one.otherAddress());
        }
      }
      case Filed.Proof proof -> node.put("letter", proof.letter().toString());
      case Filed.Left left -> node.put("what", left.what());
      case Filed.Automatic ignored -> {}
      case Filed.Before ignored -> {}
    }
    return node;
  }
}
