package org.regards.outbox;

import java.util.Optional;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;

/** Where letters come from. */
@FunctionalInterface
public interface LetterSource {
  Optional<Letter> find(LetterId id);
}
