package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.regards.playbook.Role;
import org.regards.triage.Alternative;
import org.regards.triage.Evidence;
import org.regards.triage.Proposal;
import org.regards.triage.Recommendation;
import org.regards.triage.Rejected;

/** A recommendation for a script. */
final class AdviceJson {
  private AdviceJson() {}

  static ObjectNode of(Recommendation advice) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("customer", advice.customer().id().value())
        .put("sign", advice.sign().words())
        .put("recommend", advice.move().word())
        .put("case", text(advice.caseId()))
        .put("most", text(advice.most()));
    ArrayNode approvers = node.putArray("approvers");
    advice.approvers().stream().sorted().map(Role::word).forEach(approvers::add);
    advice.guards().forEach(node.putArray("guards")::add);
    ArrayNode alternatives = node.putArray("alternatives");
    for (Alternative one : advice.alternatives()) {
      alternatives
          .addObject()
          .put("way", one.way().word())
          .put("value", text(one.value()))
          .put("limit", text(one.limit()))
          .put("because", one.because())
          .put("next", AdviceWords.next(advice, one));
    }
    ArrayNode rejected = node.putArray("rejected");
    for (Rejected one : advice.rejected()) {
      rejected.addObject().put("recommend", one.move().word()).put("because", one.because());
    }
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence one : advice.evidence()) {
      evidence
          .addObject()
          .put("record", one.record())
          .put("quote", one.quote())
          .put("date", text(one.day()))
          .put("at", text(one.at()))
          .put("channel", one.channel() == null ? null : one.channel().word());
    }
    ArrayNode proposed = node.putArray("proposed");
    for (Proposal one : advice.proposals()) {
      proposed
          .addObject()
          .put("interaction", one.interaction().value())
          .put("tag", one.tag() == null ? null : one.tag().word())
          .put("words", one.words());
    }
    return node;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
