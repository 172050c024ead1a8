package org.regards.outcome;

import java.util.List;
import org.regards.history.CaseFile;
import org.regards.history.Interaction;
import org.regards.task.Task;

/** What became of a case that was to be closed or opened again. */
public sealed interface CaseEnd {
  /**
   * It is closed.
   *
   * @param tasks what is to be done about it now
   */
  record Closed(CaseFile file, List<Task> tasks) implements CaseEnd {
    public Closed {
      tasks = List.copyOf(tasks);
    }
  }

  /** It is open again. */
  record Reopened(CaseFile file) implements CaseEnd {}

  /** Nobody is left without an answer: these messages are. */
  record Unanswered(CaseFile file, List<Interaction> messages) implements CaseEnd {
    public Unanswered {
      messages = List.copyOf(messages);
    }
  }

  /** The customer has refused what we offered, and nobody has explained our last word. */
  record Unexplained(CaseFile file) implements CaseEnd {}

  /** It is settled or closed already. */
  record SettledBefore(CaseFile file) implements CaseEnd {}

  /** It was not closed, or imports say that it was granted or rejected. */
  record NotClosed(CaseFile file) implements CaseEnd {}
}
