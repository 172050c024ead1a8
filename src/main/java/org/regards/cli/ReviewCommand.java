package org.regards.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.review.Finding;
import org.regards.review.Mending;
import org.regards.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards review}. */
@Command(
    name = "review",
    description =
        "Read letters by all rules: what is wrong, where, and what would be better. The exit code"
            + " is 1 when something must be mended before a letter may go.",
    footer = {
      "",
      "Examples:",
      "  regards review L-1",
      "  regards review --all --json",
      "  regards review L-1 --apply 2",
      "  regards review L-1 --apply all"
    })
final class ReviewCommand extends HouseCommand {
  private static final String EVERY = "all";

  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters; left out with --all.")
  private List<LetterId> letters = new ArrayList<>();

  @Option(names = "--all", description = "Every draft and every letter in review.")
  private boolean all;

  @Option(
      names = "--apply",
      paramLabel = "N|all",
      description =
          "Put what finding N suggests, or all that can be put, into the draft, and review it"
              + " again.")
  private @Nullable String apply;

  @Mixin private ActingOption acting;
  @Mixin private AsOfOption asOf;
  @Mixin private JsonOption json;

  ReviewCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (all != letters.isEmpty()) {
      throw new ParameterException(
          spec().commandLine(), "Name letters, or say --all for every draft.");
    }
    if (apply != null && (all || (!apply.equals(EVERY) && letters.size() > 1))) {
      throw new ParameterException(
          spec().commandLine(),
          "--apply N wants one letter; --apply all takes several by their ids.");
    }
    Instant now = asOf.orNow(house.clock());
    boolean went = apply == null || applyTo(house, now);
    boolean[] blocked = {false};
    Consumer<Review> noted = review -> blocked[0] |= review.isBlocked();
    if (json.wanted()) {
      stream(house, now, noted);
    } else {
      print(house, now, noted);
    }
    return went && !blocked[0] ? DONE : FAILED;
  }

  private void each(House house, Instant now, Consumer<Review> hears) {
    if (all) {
      house.reviews().ofAll(now, hears);
    } else {
      letters.forEach(id -> hears.accept(house.reviews().of(id, now)));
    }
  }

  private void print(House house, Instant now, Consumer<Review> noted) {
    ReviewWords words = new ReviewWords(out());
    boolean[] first = {true};
    int[] passed = {0};
    int[] others = {0};
    each(
        house,
        now,
        review -> {
          noted.accept(review);
          if (all && review.findings().isEmpty()) {
            passed[0]++;
            return;
          }
          others[0]++;
          if (!first[0]) {
            out().println();
          }
          first[0] = false;
          words.print(review, house.drafts().get(review.letter()));
        });
    if (all) {
      out()
          .printf(
              "%s%,d drafts with nothing to mend%s%n",
              first[0] ? "" : "\n",
              passed[0],
              others[0] == 0 ? "" : ", %,d with what is said above".formatted(others[0]));
    }
  }

  /** One at a time: a store may hold more drafts than memory does. */
  private void stream(House house, Instant now, Consumer<Review> noted) {
    try (JsonGenerator generator =
        new JsonFactory(new ObjectMapper())
            .createGenerator(out())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .setPrettyPrinter(new DefaultPrettyPrinter())) {
      generator.writeStartArray();
      each(
          house,
          now,
          review -> {
            noted.accept(review);
            try {
              generator.writeTree(ReviewJson.of(review));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
      generator.writeEndArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    out().println();
  }

  private boolean applyTo(House house, Instant now) {
    boolean went = true;
    for (LetterId id : letters) {
      StoredLetter stored = house.drafts().get(id);
      Review review = house.reviews().of(id, now);
      List<Finding> wanted = wanted(review, stored.letter());
      Letter mended = Mending.mend(stored.letter(), wanted);
      went &=
          RevisionWords.tell(
              house.drafts().revise(id, review.digest(), mended, acting.actor()),
              json.wanted() ? err() : out(),
              err());
    }
    return went;
  }

  private List<Finding> wanted(Review review, Letter letter) {
    if (EVERY.equals(apply)) {
      return review.findings();
    }
    List<Finding> findings = review.findings();
    int number = apply != null && apply.matches("[0-9]{1,4}") ? Integer.parseInt(apply) : 0;
    if (number < 1 || number > findings.size()) {
      throw new ParameterException(
          spec().commandLine(),
          "--apply takes the number of a finding, from 1 to %d, or all; it was: %s"
              .formatted(findings.size(), apply));
    }
    Finding finding = findings.get(number - 1);
    if (!Mending.canMend(finding, letter)) {
      throw new ParameterException(
          spec().commandLine(),
          "Finding %d of %s (%s) wants words that only a person finds; see regards edit %s --to FILE"
              .formatted(number, review.letter(), finding.rule().code(), review.letter()));
    }
    return List.of(finding);
  }
}
