package org.regards.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.outbox.PaperQueueDao.Kind;
import org.regards.outbox.RunWriter.Written;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.UnwritableRunException;
import org.regards.store.Database;
import org.regards.store.WholeFileException;
import org.regards.store.WholeFolder;

/**
 * Makes print runs. A number is reserved; the files are written under a hidden name; one
 * transaction takes the letters out of the queue into the run; the folder appears. Used by one
 * thread.
 */
final class RunMaker {
  private static final int ATTEMPTS = 3;
  private static final int GROUP = 500;

  /** As many as the trail takes at once. */
  private static final int MOST_DEEDS = 1_000;

  private final Database database;
  private final LetterSource letters;
  private final Supplier<PdfPrinter> printer;
  private final PrintRoom room;
  private final InstantSource clock;
  private final Consumer<RunStep> steps;
  private final UnfinishedRuns unfinished;

  /**
   * @param steps hears of each step when it is done
   */
  RunMaker(
      Database database,
      LetterSource letters,
      Supplier<PdfPrinter> printer,
      PrintRoom room,
      InstantSource clock,
      Consumer<RunStep> steps) {
    this.database = database;
    this.letters = letters;
    this.printer = printer;
    this.room = room;
    this.clock = clock;
    this.steps = steps;
    this.unfinished = new UnfinishedRuns(database);
  }

  RunOutcome make(RunRequest request, Actor by, RunProgress progress, Consumer<String> notes)
      throws InterruptedException {
    try (RunFolders folders = held()) {
      unfinished.settle(folders).forEach(notes);
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        List<Kind> kinds = database.read(handle -> new PaperQueueDao(handle).kinds(request.type()));
        if (kinds.isEmpty()) {
          long drafts =
              database.read(handle -> new PaperQueueDao(handle).countDrafts(request.type()));
          return new RunOutcome.NothingQueued(request.type(), drafts);
        }
        Optional<RunOutcome> made = make(request, by, kinds, folders, progress);
        if (made.isPresent()) {
          return made.get();
        }
      }
      throw new RunProblemException(
          "The queue changed under the print run %d times: another program takes letters from it. All letters that it did not take stay queued. Try again."
              .formatted(ATTEMPTS));
    }
  }

  private RunFolders held() {
    return RunFolders.take(room.folder())
        .orElseThrow(
            () ->
                new RunProblemException(
                    "Another print run is being made in %s. Wait for it to end, then try again."
                        .formatted(room.folder())));
  }

  /** Empty when a letter was taken, or must not leave any more, while the files were written. */
  private Optional<RunOutcome> make(
      RunRequest request, Actor by, List<Kind> kinds, RunFolders folders, RunProgress progress)
      throws InterruptedException {
    PrintRun run = reserved(request, folders);
    WholeFolder folder = new WholeFolder(run.folder());
    Written written;
    try {
      steps.accept(RunStep.RESERVED);
      written = write(run, folder, kinds, progress);
      steps.accept(RunStep.WRITTEN);
      if (written.letters() == 0) {
        unfinished.forget(run);
        return Optional.of(new RunOutcome.NothingPrintable(written.leftOut()));
      }
      if (!take(run.with(written.letters(), written.sheets(), written.digest()), by, written)) {
        unfinished.forget(run);
        return Optional.empty();
      }
    } catch (IOException failure) {
      throw after(run, RunFolders.unwritable(room.folder(), failure));
    } catch (UnwritableRunException failure) {
      throw after(
          run,
          failure.getCause() instanceof IOException reason
              ? RunFolders.unwritable(room.folder(), reason)
              : failure);
    } catch (InterruptedException failure) {
      throw after(run, failure);
    } catch (RuntimeException failure) {
      throw after(run, failure);
    }
    steps.accept(RunStep.TAKEN);
    PrintRun full = run.with(written.letters(), written.sheets(), written.digest());
    release(full, folder);
    return Optional.of(
        new RunOutcome.Released(full.in(RunState.RELEASED), written.files(), written.leftOut()));
  }

  /** No run is known before its place is free, so none is cleared away that another store left. */
  private PrintRun reserved(RunRequest request, RunFolders folders) {
    return database.write(
        handle -> {
          PrintRun run =
              new PrintRunDao(handle)
                  .reserve(
                      request,
                      folders.path(),
                      room.person(),
                      clock.instant().truncatedTo(ChronoUnit.MILLIS));
          WholeFolder folder = new WholeFolder(run.folder());
          if (folder.hasAppeared()) {
            throw new RunProblemException(Words.otherStores(folder.path()));
          }
          if (folder.isHidden()) {
            throw new RunProblemException(Words.otherStores(folder.hidden()));
          }
          return run;
        });
  }

  /** Clears away as far as that can be done; what cannot be is by the next run. */
  private <E extends Exception> E after(PrintRun run, E failure) {
    try {
      unfinished.forget(run);
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
    return failure;
  }

  private Written write(PrintRun run, WholeFolder folder, List<Kind> kinds, RunProgress progress)
      throws IOException, InterruptedException {
    try {
      folder.begin();
    } catch (WholeFileException failure) {
      throw failure.getCause() instanceof IOException reason
          ? RunFolders.unwritable(room.folder(), reason)
          : failure;
    }
    Written written =
        new RunWriter(
                database,
                letters,
                printer.get(),
                room.home(),
                run,
                folder.hidden(),
                progress,
                clock)
            .write(kinds);
    Files.write(
        folder.hidden().resolve("cover.pdf"), printer.get().cover(RunCover.of(run, written)));
    folder.keep();
    return written;
  }

  /** Gives the run its letters, all in one transaction with all that is known of it. */
  private boolean take(PrintRun run, Actor by, Written written) {
    try {
      return database.write(
          handle -> {
            PrintRunDao runs = new PrintRunDao(handle);
            written.files().forEach(file -> runs.addFile(run.id(), file));
            if (!runs.take(run, clock.instant()) || isClosed(handle, runs.doubtful(run.id()))) {
              throw new QueueChanged();
            }
            written.pauses().forEach(pause -> pause.begin(handle, clock.instant()));
            note(handle, run, by);
            return true;
          });
    } catch (QueueChanged changed) {
      return false;
    }
  }

  private boolean isClosed(Handle handle, List<LetterId> doubtful) {
    Instant now = clock.instant();
    for (int from = 0; from < doubtful.size(); from += GROUP) {
      List<LetterId> group = doubtful.subList(from, Math.min(doubtful.size(), from + GROUP));
      List<PaperLetter> letters = new PaperQueueDao(handle).letters(group);
      List<Addressee> addressees = letters.stream().map(PaperLetter::addressee).toList();
      if (letters.stream().anyMatch(letter -> letter.state() != LetterState.QUEUED)
          || !Gate.closed(handle, addressees, now).isEmpty()
          || !Clearance.withheld(handle, group, now).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** One row for the run, and one for each letter, so that each customer's trail has theirs. */
  private void note(Handle handle, PrintRun run, Actor by) {
    String record = "print-run/" + run.id();
    String count = run.letters() == 1 ? "1 letter" : "%d letters".formatted(run.letters());
    Instant now = clock.instant();
    PrintRunDao runs = new PrintRunDao(handle);
    List<LetterId> all = runs.letters(run.id());
    for (int from = 0; from < all.size(); from += MOST_DEEDS) {
      List<LetterId> group = all.subList(from, Math.min(all.size(), from + MOST_DEEDS));
      AuditTrail.add(
          handle,
          now,
          new PaperQueueDao(handle)
              .letters(group).stream()
                  .map(
                      letter ->
                          new Deed(
                              by,
                              Act.PRINTED,
                              letter.id().record(),
                              letter.addressee().customer(),
                              run.id().toString()))
                  .toList());
    }
    AuditTrail.add(handle, now, new Deed(by, Act.PRINTED, record, null, count));
  }

  private void release(PrintRun run, WholeFolder folder) {
    try {
      folder.appear();
    } catch (WholeFileException failure) {
      throw new RunProblemException(
          "%s has its letters, but its folder %s cannot get its name: %s The next regards print-run tries again; nothing is lost and nothing is printed twice."
              .formatted(run.id(), run.folder(), failure.getMessage()),
          failure);
    }
    steps.accept(RunStep.APPEARED);
    database.write(
        handle -> {
          new PrintRunDao(handle).release(run.id());
          return run;
        });
    steps.accept(RunStep.RELEASED);
  }

  /** Undoes the transaction that found it. */
  private static final class QueueChanged extends RuntimeException {}
}
