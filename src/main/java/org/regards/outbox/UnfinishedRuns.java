package org.regards.outbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.store.Database;
import org.regards.store.WholeFolder;

/**
 * Settles what a program left that ended in the middle of a print run: one that has taken its
 * letters gets its folder, one that has not is forgotten.
 */
final class UnfinishedRuns {
  private final Database database;

  UnfinishedRuns(Database database) {
    this.database = database;
  }

  /**
   * Settles all runs in a folder that is held, and those of other folders that nobody holds.
   *
   * @return what a person should know, in words
   */
  List<String> settle(RunFolders held) {
    List<String> notes = new ArrayList<>();
    for (PrintRun run : database.read(handle -> new PrintRunDao(handle).unfinished())) {
      Path folders = run.folder().resolveSibling("");
      if (!Files.isDirectory(folders)) {
        if (run.state() == RunState.RELEASING) {
          notes.add(
              "%s was made in %s, which is not here now. Run regards print-run where it is to finish it."
                  .formatted(run.id(), run.folder()));
        }
      } else if (held.isAt(folders)) {
        notes.addAll(settle(run));
      } else {
        notes.addAll(settleElsewhere(run, folders));
      }
    }
    return notes;
  }

  private List<String> settleElsewhere(PrintRun run, Path folders) {
    Optional<RunFolders> other = RunFolders.take(folders);
    if (other.isEmpty()) {
      return List.of();
    }
    try (RunFolders taken = other.get()) {
      return taken.isAt(folders) ? settle(run) : List.of();
    }
  }

  private List<String> settle(PrintRun run) {
    return switch (run.state()) {
      case RESERVED -> {
        forget(run);
        yield List.of();
      }
      case RELEASING -> finish(run);
      case RELEASED -> List.of();
    };
  }

  /** Clears a run away, unless it has taken its letters: then there is no way back. */
  void forget(PrintRun run) {
    boolean reserved =
        database
            .read(handle -> new PrintRunDao(handle).find(run.id()))
            .filter(found -> found.state() == RunState.RESERVED)
            .isPresent();
    if (reserved) {
      new WholeFolder(run.folder()).discard();
      database.write(
          handle -> {
            new PrintRunDao(handle).delete(run.id());
            return run;
          });
    }
  }

  private List<String> finish(PrintRun run) {
    WholeFolder folder = new WholeFolder(run.folder());
    if (folder.isHidden()) {
      if (folder.hasAppeared()) {
        return List.of(Words.inTheWay(run, folder.hidden()));
      }
      folder.appear();
    }
    database.write(
        handle -> {
          new PrintRunDao(handle).release(run.id());
          return run;
        });
    return List.of(
        folder.hasAppeared()
            ? "%s was finished: the program that made it had ended before its folder appeared. It lies in %s."
                .formatted(run.id(), run.folder())
            : "%s holds %d letters, but its folder %s is gone. Print them again: regards print-run reprint %s --sheets 1-%d"
                .formatted(run.id(), run.letters(), run.folder(), run.id(), run.sheets()));
  }
}
