package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.approval.ApprovalOutcome;
import org.regards.approval.CustomerAccount;
import org.regards.approval.Waiting;
import org.regards.approval.Word;
import org.regards.playbook.Occasion;
import org.regards.review.Finding;
import org.regards.triage.ValueCard;

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
      case ApprovalOutcome.Blocked blocked -> add(node.put("outcome", "blocked"), blocked.errors());
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

  static ObjectNode of(CustomerAccount account) {
    ValueCard card = account.card();
    Money left = card.left();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("customer", account.customer().value())
            .put("from", card.from().toString());
    add(node.putArray("ordered"), card.ordered());
    add(node.putArray("returned"), card.returned());
    node.put("favours", card.favours());
    add(node.putArray("favoured"), card.favoured());
    node.put("minutes", card.minutes()).put("left", left == null ? null : left.toString());
    ArrayNode exceptions = node.putArray("exceptions");
    account.exceptions().forEach(line -> exceptions.add(ExceptionsCommand.asJson(line)));
    return node;
  }

  private static void add(ArrayNode array, List<Money> sums) {
    sums.forEach(sum -> array.add(sum.toString()));
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
    LetterJson.add(node, waiting.letter().letter().head().attachments());
    ArrayNode occasions = node.putArray("occasions");
    waiting.requirement().occasions().stream().sorted().map(Occasion::word).forEach(occasions::add);
    ArrayNode needs = node.putArray("needs");
    waiting.requirement().roles().forEach(role -> needs.add(role.word()));
    ArrayNode missing = node.putArray("missing");
    waiting.missing().forEach(role -> missing.add(role.word()));
    ArrayNode able = node.putArray("able");
    waiting.able().forEach(member -> able.add(member.id().value()));
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
