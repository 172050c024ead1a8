package org.regards.intake;

import java.util.List;

/** What became of the files of one import, in the order in which they were taken. */
public record ImportReport(List<FileReport> files) {
  public ImportReport {
    files = List.copyOf(files);
  }

  /** Whether every row of every file that was read is in the store. */
  public boolean tookAll() {
    return files.stream()
        .allMatch(
            report ->
                switch (report) {
                  case FileReport.Taken taken -> taken.rejected() == 0;
                  case FileReport.Refused refused -> false;
                  case FileReport.Skipped skipped -> true;
                });
  }

  /** Whether the store differs from before. */
  public boolean changedAnything() {
    return files.stream()
        .anyMatch(
            report ->
                report instanceof FileReport.Taken taken && taken.added() + taken.changed() > 0);
  }
}
