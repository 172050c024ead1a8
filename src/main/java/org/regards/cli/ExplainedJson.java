package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.regards.mailbox.Explained;
import org.regards.mailbox.Incoming;
import org.regards.mailbox.Reported;
import org.regards.mailbox.StatusCode;
import org.regards.mailbox.Token;

/** What a message is taken for, for a script. */
final class ExplainedJson {
  private ExplainedJson() {}

  static ObjectNode of(Path file, Explained explained) {
    Incoming incoming = explained.incoming();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("file", file.toString())
            .put("kind", incoming.word());
    if (incoming instanceof Incoming.Other other) {
      node.put("what", other.what());
    }
    ArrayNode recipients = node.putArray("recipients");
    incoming.recipients().forEach(reported -> put(recipients.addObject(), reported));
    put(node.putObject("token"), explained.token());
    node.put("messageId", explained.messageId())
        .put("from", explained.from())
        .put("system", explained.system());
    ArrayNode why = node.putArray("why");
    explained.why().forEach(evidence -> why.add(evidence.toString()));
    return node;
  }

  private static void put(ObjectNode node, Reported reported) {
    node.put("address", reported.address())
        .put("sentTo", reported.sentTo())
        .put("status", reported.status().toString())
        .put("statusGiven", reported.given().map(StatusCode::toString).orElse(null))
        .put("action", reported.action().word())
        .put("reason", reported.reason().word())
        .put("reasonWords", reported.reason().words())
        .put("permanent", reported.status().isPermanent())
        .put("stopQueue", reported.reason().isOurs())
        .put("diagnostic", reported.diagnostic())
        .put("mta", reported.server());
  }

  private static void put(ObjectNode node, Token token) {
    node.put("found", token.found().isPresent())
        .put("messageId", token.found().map(Object::toString).orElse(null));
    switch (token) {
      case Token.Known known ->
          node.put("letter", known.letter().letter().toString())
              .put("sentTo", known.letter().recipient())
              .put("checked", "in the store");
      case Token.Likely ignored -> node.putNull("letter").put("checked", "by its form only");
      case Token.None ignored -> node.putNull("letter");
    }
  }
}
