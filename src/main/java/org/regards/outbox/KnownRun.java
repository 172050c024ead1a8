package org.regards.outbox;

import java.util.List;
import java.util.stream.Collectors;

/** Finds runs that are meant by their numbers. */
final class KnownRun {
  private static final int SHOWN = 5;

  private KnownRun() {}

  /**
   * A run that has its letters.
   *
   * @throws RunProblemException when there is none of that number
   */
  static PrintRun find(PrintRunDao runs, RunId id) {
    return runs.find(id)
        .filter(run -> run.state() != RunState.RESERVED)
        .orElseThrow(() -> new RunProblemException(unknown(id, runs.latest(SHOWN))));
  }

  /**
   * A run whose folder is in its place, or was.
   *
   * @throws RunProblemException when there is none of that number, or it is not finished
   */
  static PrintRun finished(PrintRunDao runs, RunId id) {
    PrintRun run = find(runs, id);
    if (run.state() != RunState.RELEASED) {
      throw new RunProblemException(
          "%s is not finished: its letters are taken, but its folder %s has not appeared. Run regards print-run first; it finishes it."
              .formatted(id, run.folder()));
    }
    return run;
  }

  private static String unknown(RunId id, List<PrintRun> latest) {
    return latest.isEmpty()
        ? "There is no print run %s, nor any other in this store. Make one with regards print-run."
            .formatted(id)
        : "There is no print run %s. The latest are %s."
            .formatted(
                id,
                latest.stream().map(run -> run.id().toString()).collect(Collectors.joining(", ")));
  }
}
