package org.regards.intake;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * What is wrong in a file, and where. Prints as {@code file:line:column: what is wrong}.
 *
 * @param line the line of the file in which the record begins, counted from 1; 0 when it is the
 *     whole file
 * @param column the place of the field in its record, counted from 1; 0 when it is the whole record
 */
public record Problem(Path file, long line, int column, String message) {
  static final Comparator<Problem> BY_PLACE =
      Comparator.comparingLong(Problem::line).thenComparingInt(Problem::column);

  static Problem ofFile(Path file, String message) {
    return new Problem(file, 0, 0, message);
  }

  @Override
  public String toString() {
    return file
        + (line == 0 ? "" : ":" + line)
        + (column == 0 ? "" : ":" + column)
        + ": "
        + message;
  }
}
