package org.regards.cli;

import org.regards.task.TaskKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of task. */
final class TaskKindConverter implements ITypeConverter<TaskKind> {
  @Override
  public TaskKind convert(String text) {
    return TaskKind.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no kind of task; there are: %s".formatted(text, TaskKind.allWords())));
  }
}
