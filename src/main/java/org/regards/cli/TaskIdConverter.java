package org.regards.cli;

import org.regards.task.TaskId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a task. */
final class TaskIdConverter implements ITypeConverter<TaskId> {
  @Override
  public TaskId convert(String text) {
    return TaskId.parse(text.strip())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not the id of a task; they look like K-4".formatted(text)));
  }
}
