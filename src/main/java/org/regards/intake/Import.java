package org.regards.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.language.RegardsException;
import org.regards.store.Database;
import org.regards.store.RecordKind;

/**
 * Takes the files of an export into the store: policies, staff, customers, orders, cases,
 * interactions. A file is one transaction. The same file twice changes nothing; a row that differs
 * from the store replaces what is there, and the old values stay in the history of changes.
 */
public final class Import {
  private final Database database;
  private final InstantSource clock;
  private final Path rejectsFolder;

  /**
   * @param rejectsFolder where rows go that cannot be taken; made when the first one comes
   */
  public Import(Database database, InstantSource clock, Path rejectsFolder) {
    this.database = database;
    this.clock = clock;
    this.rejectsFolder = rejectsFolder;
  }

  /**
   * Imports files and what folders hold of them. Files that others need go first; when one of those
   * is refused, the others are left alone. To stop, interrupt the thread: the file at hand is
   * undone.
   *
   * @throws ImportRefusedException when the names are wrong; nothing is done then
   */
  public ImportReport run(List<Path> filesAndFolders, OnBadRows onBadRows, Progress progress) {
    Sources sources = Sources.of(filesAndFolders);
    List<FileReport> reports = new ArrayList<>();
    Set<RecordKind> refused = EnumSet.noneOf(RecordKind.class);
    Set<Path> rejectsFiles = new HashSet<>();
    for (Sources.Source source : sources.inOrder()) {
      FileReport report = one(source, refused, rejectsFiles, onBadRows, progress);
      if (!(report instanceof FileReport.Taken)) {
        refused.add(source.sheet().kind());
      }
      reports.add(report);
    }
    reports.addAll(sources.skipped());
    return new ImportReport(reports);
  }

  private FileReport one(
      Sources.Source source,
      Set<RecordKind> refused,
      Set<Path> rejectsFiles,
      OnBadRows onBadRows,
      Progress progress) {
    if (Thread.currentThread().isInterrupted()) {
      return new FileReport.Skipped(source.file(), "the import was interrupted before it");
    }
    for (RecordKind needed : needs(source.sheet().kind())) {
      if (refused.contains(needed)) {
        return new FileReport.Skipped(
            source.file(),
            "it needs the file of the %ss, which was refused".formatted(needed.word()));
      }
    }
    try {
      return imported(source.file(), source.sheet(), rejectsFiles, onBadRows, progress);
    } catch (RefusedFileException refusal) {
      return refusal.report();
    } catch (RegardsException failure) {
      return new FileReport.Refused(
          source.file(),
          List.of(Problem.ofFile(source.file(), String.valueOf(failure.getMessage()))),
          1,
          List.of());
    }
  }

  private <T> FileReport imported(
      Path file, Sheet<T> sheet, Set<Path> rejectsFiles, OnBadRows onBadRows, Progress progress) {
    try (CsvFile csv = CsvFile.open(file)) {
      CsvRecord first = csv.header();
      Header header = Header.of(first);
      header.check(file, first.getStartingLineNumber(), sheet);
      try (Rejects rejects = new Rejects(rejectsFolder, file, csv.form(), first, rejectsFiles)) {
        FileReport.Taken taken =
            database.write(
                handle ->
                    new FileImport<>(
                            file, sheet, csv, header, rejects, onBadRows, handle, clock.instant())
                        .run(progress));
        return published(taken, rejects);
      }
    }
  }

  private FileReport.Taken published(FileReport.Taken taken, Rejects rejects) {
    List<String> notes = new ArrayList<>(taken.notes());
    @Nullable Path rejectsFile = null;
    try {
      rejectsFile = rejects.publish();
    } catch (IOException failure) {
      notes.add(
          "the rejected rows could not be written to %s (%s): the good rows are in the store; import the file again once that folder can be written"
              .formatted(rejectsFolder, failure.getClass().getSimpleName()));
    }
    return new FileReport.Taken(
        taken.file(),
        taken.kind(),
        taken.added(),
        taken.changed(),
        taken.unchanged(),
        taken.rejected(),
        taken.problems(),
        taken.problemCount(),
        notes,
        rejectsFile);
  }

  private static Set<RecordKind> needs(RecordKind kind) {
    return switch (kind) {
      case ORDER, INTERACTION -> EnumSet.of(RecordKind.CUSTOMER);
      case CASE -> EnumSet.of(RecordKind.CUSTOMER, RecordKind.ORDER);
      case CUSTOMER, POLICY, STAFF, BUSINESS, INPUT -> Set.of();
    };
  }
}
