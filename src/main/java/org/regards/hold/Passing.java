package org.regards.hold;

import java.util.List;
import org.regards.task.TaskId;

/** What became of a letter that was to go in spite of holds. */
public sealed interface Passing {
  /** It may go; the holds stand for all others. */
  record LetPass(List<Hold> holds, List<Undecided> undecided) implements Passing {
    public LetPass {
      holds = List.copyOf(holds);
      undecided = List.copyOf(undecided);
    }
  }

  /** No hold stops it. */
  record NothingHolds() implements Passing {}

  /** Whoever wanted it may not let anything pass this one. */
  record NotAllowed(Hold hold) implements Passing {}

  /** Nor may they while it is not decided whether there is a hold. */
  record NotAllowedYet(TaskId task) implements Passing {}

  /**
   * It is nothing that goes during a hold.
   *
   * @param asked what it was said to be, or empty
   * @param essential what the plan lets go
   */
  record NotEssential(String asked, List<String> essential) implements Passing {
    public NotEssential {
      essential = List.copyOf(essential);
    }
  }
}
