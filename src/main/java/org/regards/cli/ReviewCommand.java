package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.regards.letter.LetterId;
import org.regards.review.Finding;
import org.regards.review.Review;
import org.regards.review.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards review}. */
@Command(
    name = "review",
    description =
        "Read letters by all rules: what is wrong, where, and what would be better. The exit code"
            + " is 1 when something must be mended before a letter may go.",
    footer = {"", "Examples:", "  regards review L-1", "  regards review L-1 L-2 --json"})
final class ReviewCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Mixin private AsOfOption asOf;
  @Mixin private JsonOption json;

  ReviewCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Instant now = asOf.orNow(house.clock());
    List<Review> reviews = letters.stream().map(id -> house.reviews().of(id, now)).toList();
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      reviews.forEach(review -> list.add(ReviewJson.of(review)));
      JsonOption.print(out(), list);
    } else {
      reviews.forEach(this::print);
    }
    return reviews.stream().anyMatch(Review::isBlocked) ? FAILED : DONE;
  }

  private void print(Review review) {
    out().printf("%s  %d findings%n", review.letter(), review.findings().size());
    for (Finding finding : review.findings()) {
      out()
          .printf(
              "%n%s  %s, %s%n  %s%n",
              finding.rule().code(),
              finding.severity().word(),
              finding.place().where(),
              TerminalText.line(finding.sentence()));
      switch (finding.suggestion()) {
        case Suggestion.Advice advice -> out().printf("  better: %s%n", advice.words());
        case Suggestion.Replacement replacement ->
            out().printf("  better: “%s”%n", replacement.words());
        case null -> {}
      }
    }
  }
}
