package org.regards.hold;

import java.util.List;

/** What became of a letter that was to go in spite of holds. */
public sealed interface Passing {
  /** It may go; the holds stand for all others. */
  record LetPass(List<Hold> holds) implements Passing {
    public LetPass {
      holds = List.copyOf(holds);
    }
  }

  /** No hold stops it. */
  record NothingHolds() implements Passing {}

  /** Whoever wanted it may not let anything pass this one. */
  record NotAllowed(Hold hold) implements Passing {}
}
