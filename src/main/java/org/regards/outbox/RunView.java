package org.regards.outbox;

import java.util.List;

/** All that is known of a run. */
public record RunView(
    PrintRun run, List<RunFile> files, List<Reprint> reprints, Progressed progressed) {
  public RunView {
    files = List.copyOf(files);
    reprints = List.copyOf(reprints);
  }
}
