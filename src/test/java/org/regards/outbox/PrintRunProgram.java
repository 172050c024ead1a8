package org.regards.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.regards.audit.Actor;
import org.regards.letter.LetterShelf;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/**
 * A program of its own that makes print runs until nothing is queued, and says each step that it
 * has done, so that a test can kill it there.
 */
final class PrintRunProgram {
  static final RunRequest REQUEST = new RunRequest(null, 30, true);

  private PrintRunProgram() {}

  /**
   * Makes runs until nothing is queued.
   *
   * @param args the store and the folder of runs
   */
  public static void main(String[] args) throws InterruptedException {
    try (Database database = Database.open(StoreLocation.of(args[0]))) {
      RunOutcome outcome;
      do {
        outcome =
            runs(database, Path.of(args[1]), PrintRunProgram::say)
                .make(REQUEST, Actor.PROGRAM, (done, all) -> say(done), note -> {});
      } while (!(outcome instanceof RunOutcome.NothingQueued));
    }
  }

  static PrintRuns runs(Database database, Path folder, Consumer<RunStep> steps) {
    return new PrintRuns(
        database,
        id -> LetterShelf.get(database, id),
        () -> PrintShop.PRINTER,
        new PrintRoom(folder, "GB", "jo"),
        InstantSource.system(),
        steps);
  }

  private static void say(Object step) {
    System.out.println(step);
  }
}
