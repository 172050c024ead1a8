package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.approval.ApprovalOutcome;
import org.regards.approval.Waiting;
import org.regards.approval.Word;
import org.regards.playbook.Occasion;
import org.regards.review.Finding;

/** What people said of letters, for a script. */
final class ApprovalJson {
  private ApprovalJson() {}

  static ObjectNode of(ApprovalOutcome outcome) {
    ObjectNode node =
        JsonNodeFactory.instance.objectNode().put("letter", outcome.letter().toString());
    switch (outcome) {
      case ApprovalOutcome.Approved approved ->
          node.put("outcome", "approved").put("digest", approved.digest());
      case ApprovalOutcome.InReview begun ->
          node.put("outcome", "in-review").put("digest", begun.digest());
      case ApprovalOutcome.ApprovedBefore ignored -> node.put("outcome", "approved-before");
      case ApprovalOutcome.Declined ignored -> node.put("outcome", "declined");
      case ApprovalOutcome.Blocked blocked ->
          add(node.put("outcome", "blocked"), blocked.errors());
      case ApprovalOutcome.WantsReason wanting ->
          add(node.put("outcome", "wants-reason"), wanting.warnings());
      case ApprovalOutcome.Refused ignored -> node.put("outcome", "refused");
    }
    return node.put("message", outcome.message());
  }

  private static void add(ObjectNode node, List<Finding> findings) {
    ArrayNode list = node.putArray("findings");
    findings.forEach(
        finding ->
            list.addObject()
                .put("rule", finding.rule().code())
                .put("severity", finding.severity().word())
                .put("where", finding.place().where())
                .put("words", finding.place().words())
                .put("sentence", finding.sentence()));
  }

  /**
   * @param said all that was ever said of it, or null to leave that out
   */
  static ObjectNode of(Waiting waiting, @Nullable List<Word> said) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("letter", waiting.letter().id().toString())
            .put("state", waiting.letter().state().word())
            .put("type", waiting.letter().letter().head().type().word())
            .put("customer", waiting.letter().letter().head().recipient().customer().value())
            .put("digest", waiting.digest())
            .put("signatory", waiting.requirement().signatory().value())
            .put(
                "author",
                waiting.requirement().author() == null
                    ? null
                    : waiting.requirement().author().value());
    ArrayNode occasions = node.putArray("occasions");
    waiting.requirement().occasions().stream()
        .sorted()
        .map(Occasion::word)
        .forEach(occasions::add);
    ArrayNode needs = node.putArray("needs");
    waiting.requirement().roles().forEach(role -> needs.add(role.word()));
    ArrayNode missing = node.putArray("missing");
    waiting.missing().forEach(role -> missing.add(role.word()));
    ArrayNode able = node.putArray("able");
    waiting.able().forEach(member -> able.add(member.id().value()));
    ObjectNode totals =
        node.putObject("totals")
            .put("months", waiting.totals().months())
            .put("favours", waiting.totals().favours())
            .put("exceptions", waiting.totals().exceptions());
    ArrayNode returned = totals.putArray("returned");
    waiting.totals().returned().forEach(amount -> returned.add(amount.toString()));
    node.put("wanted", waiting.wanted());
    if (said != null) {
      ArrayNode words = node.putArray("said");
      said.forEach(word -> words.add(of(word, waiting.digest())));
    }
    return node;
  }

  private static ObjectNode of(Word word, String digest) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("verdict", word.verdict().name().toLowerCase(Locale.ROOT))
            .put("by", word.by().value())
            .put("role", word.role().word())
            .put("at", word.at().toString())
            .put("because", word.because())
            .put("digest", word.digest())
            .put("of_this_text", word.digest().equals(digest));
    ArrayNode warnings = node.putArray("warnings");
    word.warnings().forEach(warnings::add);
    return node;
  }
}
