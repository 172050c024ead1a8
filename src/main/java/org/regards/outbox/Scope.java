package org.regards.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;

/** Which letters a dispatch is about. */
sealed interface Scope {
  /** Those that a person named: whether they are due or not. */
  record Named(List<LetterId> letters) implements Scope {
    public Named {
      letters = List.copyOf(letters);
    }
  }

  /**
   * What is due.
   *
   * @param type of these letters only, or null
   */
  record Due(@Nullable LetterType type) implements Scope {}
}
