package org.regards.task;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a task, written {@code K-4}. */
public record TaskId(long number) {
  private static final Pattern FORM = Pattern.compile("K-([1-9][0-9]{0,17})");

  public static Optional<TaskId> parse(String text) {
    var found = FORM.matcher(text);
    return found.matches()
        ? Optional.of(new TaskId(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  /** As records are named everywhere: {@code task/K-4}. */
  public String record() {
    return "task/" + this;
  }

  @Override
  public String toString() {
    return "K-" + number;
  }
}
