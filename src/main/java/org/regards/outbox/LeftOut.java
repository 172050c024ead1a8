package org.regards.outbox;

import java.util.List;
import org.regards.letter.LetterId;

/**
 * A letter that a print run left in the queue.
 *
 * @param reasons at least one
 */
public record LeftOut(LetterId letter, List<String> reasons) {
  public LeftOut {
    reasons = List.copyOf(reasons);
  }

  /** In the words of the person who prints: what must change. */
  public String message() {
    return reasons.size() == 1
        ? "%s was left out: %s".formatted(letter, reasons.getFirst())
        : "%s was left out:\n- %s".formatted(letter, String.join("\n- ", reasons));
  }
}
