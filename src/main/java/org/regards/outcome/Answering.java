package org.regards.outcome;

import java.util.List;
import java.util.Optional;
import org.regards.task.Task;

/** What became of an answer that was to be kept. */
public sealed interface Answering {
  /**
   * It is kept.
   *
   * @param task for the owner, to see to what is behind it; none where there was one already
   */
  record Kept(Answer answer, Optional<Task> task) implements Answering {}

  /** The letter is no invitation to this customer. */
  record NoInvitation(String letter, List<String> invitations) implements Answering {
    public NoInvitation {
      invitations = List.copyOf(invitations);
    }
  }

  /** What it is to be about is neither a case of the customer's nor a policy. */
  record UnknownCause(String cause, List<String> known) implements Answering {
    public UnknownCause {
      known = List.copyOf(known);
    }
  }
}
