package org.regards.outbox;

import java.util.List;
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

  /**
   * Those of the letters that there are, in the order of the ids; at most some hundreds at once.
   */
  default List<StoredLetter> load(List<LetterId> ids) {
    return ids.stream().map(this::get).toList();
  }
}
