package org.regards.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;

/** What came of a print run. */
public sealed interface RunOutcome {
  /**
   * It lies in its folder.
   *
   * @param leftOut letters that stay queued
   */
  record Released(PrintRun run, List<RunFile> files, List<LeftOut> leftOut) implements RunOutcome {
    public Released {
      files = List.copyOf(files);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Of the queued letters none could be printed; there is no run. */
  record NothingPrintable(List<LeftOut> leftOut) implements RunOutcome {
    public NothingPrintable {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * There was nothing to print.
   *
   * @param drafts that wait on paper and could be queued
   */
  record NothingQueued(@Nullable LetterType type, long drafts) implements RunOutcome {}
}
