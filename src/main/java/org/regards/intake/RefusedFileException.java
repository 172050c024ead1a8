package org.regards.intake;

import java.nio.file.Path;
import java.util.List;
import org.regards.language.RegardsException;

/** Nothing of a file can go in; leaves the transaction and ends in a {@link FileReport.Refused}. */
final class RefusedFileException extends RegardsException {
  private final transient FileReport.Refused report;

  RefusedFileException(FileReport.Refused report) {
    super(report.problems().getFirst().toString());
    this.report = report;
  }

  static RefusedFileException of(Path file, String message) {
    return of(Problem.ofFile(file, message));
  }

  static RefusedFileException of(Problem problem) {
    return new RefusedFileException(
        new FileReport.Refused(problem.file(), List.of(problem), 1, List.of()));
  }

  FileReport.Refused report() {
    return report;
  }
}
