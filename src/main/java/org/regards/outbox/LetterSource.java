package org.regards.outbox;

import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;

/** Where letters come from. */
@FunctionalInterface
public interface LetterSource {
  /**
   * The letter of an id.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none
   */
  StoredLetter get(LetterId id);
}
