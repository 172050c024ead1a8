package org.regards.task;

import org.regards.language.RegardsException;

/** There is no task with the id that was named. */
public final class UnknownTaskException extends RegardsException {
  UnknownTaskException(TaskId id) {
    super("There is no task %s. What is open: regards tasks".formatted(id));
  }
}
