package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.regards.review.Finding;
import org.regards.review.Place;
import org.regards.review.Review;
import org.regards.review.Suggestion;

/** A review for a script. */
final class ReviewJson {
  private ReviewJson() {}

  static ObjectNode of(Review review) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("letter", review.letter().toString())
        .put("digest", review.digest())
        .put("blocked", review.isBlocked());
    ArrayNode findings = node.putArray("findings");
    review.findings().forEach(finding -> findings.add(of(finding)));
    return node;
  }

  private static ObjectNode of(Finding finding) {
    Place place = finding.place();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("rule", finding.rule().code())
        .put("severity", finding.severity().word())
        .put("part", place.part() == null ? null : place.part().word())
        .put("block", place.block())
        .put("from", place.from())
        .put("to", place.to())
        .put("words", place.words())
        .put("sentence", finding.sentence());
    switch (finding.suggestion()) {
      case Suggestion.Advice advice ->
          node.putObject("suggestion").put("kind", "advice").put("words", advice.words());
      case Suggestion.Replacement replacement ->
          node.putObject("suggestion").put("kind", "replacement").put("words", replacement.words());
      case null -> node.putNull("suggestion");
    }
    return node;
  }
}
