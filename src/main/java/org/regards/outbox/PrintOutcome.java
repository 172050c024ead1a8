package org.regards.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.regards.letter.LetterId;

/** What became of a letter that was to be printed. */
public sealed interface PrintOutcome {
  LetterId letter();

  /** In the words of the person who printed it: what happened and what can be done. */
  String message();

  record Printed(LetterId letter, Path file) implements PrintOutcome {
    @Override
    public String message() {
      return "%s lies in %s.".formatted(letter, file);
    }
  }

  /** The file of an earlier printing is there, unchanged. */
  record PrintedBefore(LetterId letter, Path file, Instant at) implements PrintOutcome {
    @Override
    public String message() {
      return "%s was printed on %s and lies unchanged in %s; post it once."
          .formatted(letter, Words.moment(at), file);
    }
  }

  /** The file of an earlier printing was not there unchanged. */
  record PrintedAnew(LetterId letter, Path file, Instant before) implements PrintOutcome {
    @Override
    public String message() {
      return "%s was printed on %s; it is written again to %s; post it once."
          .formatted(letter, Words.moment(before), file);
    }
  }

  /** We did not print it, and the reason says what must change. */
  record Held(LetterId letter, String reason) implements PrintOutcome {
    @Override
    public String message() {
      return "%s was not printed: %s".formatted(letter, reason);
    }
  }

  /** It cannot be set on paper as it is. */
  record Unprintable(LetterId letter, List<String> reasons) implements PrintOutcome {
    public Unprintable {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String message() {
      return reasons.size() == 1
          ? "%s cannot be printed: %s.".formatted(letter, reasons.getFirst())
          : "%s cannot be printed:\n- %s".formatted(letter, String.join("\n- ", reasons));
    }
  }
}
