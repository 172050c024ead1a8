package org.regards.outbox;

import java.util.List;
import org.regards.letter.Letter;

/** Sets a letter on paper. */
@FunctionalInterface
public interface Press {
  Sheet print(Letter letter);

  /** What came of it. */
  sealed interface Sheet {
    /** The letter as a PDF, ready to be written to a file. */
    final class Pdf implements Sheet {
      private final byte[] bytes;

      public Pdf(byte[] bytes) {
        this.bytes = bytes.clone();
      }

      byte[] bytes() {
        return bytes;
      }
    }

    /**
     * The letter cannot be set as it is.
     *
     * @param reasons in plain words; at least one
     */
    record Unprintable(List<String> reasons) implements Sheet {
      public Unprintable {
        reasons = List.copyOf(reasons);
      }
    }
  }
}
