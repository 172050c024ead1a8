package org.regards.task;

/** What became of a task that was to be closed. */
public sealed interface Closing {
  Task task();

  record Closed(Task task) implements Closing {}

  /** Somebody has closed it before. */
  record ClosedBefore(Task task) implements Closing {}

  /** It is somebody else's, and nobody below them may close it. */
  record NotYours(Task task) implements Closing {}

  /** Nobody is forgotten: the note to the colleague is written first. */
  record WantsNote(Task task, Task note) implements Closing {}
}
