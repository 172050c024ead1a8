package org.regards.outbox;

import org.regards.letter.LetterId;

/** What became of a person's word about an email in the outbox. */
public sealed interface DeskOutcome {
  LetterId letter();

  /** In the words of the person who said it: what happened and what can be done. */
  String message();

  /**
   * It was done.
   *
   * @param words as in {@code is taken for delivered.}
   */
  record Done(LetterId letter, String words) implements DeskOutcome {
    @Override
    public String message() {
      return "%s %s".formatted(letter, words);
    }
  }

  /** It was left as it was, and the reason says why. */
  record NotDone(LetterId letter, String reason) implements DeskOutcome {
    @Override
    public String message() {
      return "%s was left as it is: %s".formatted(letter, reason);
    }
  }
}
