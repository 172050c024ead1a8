package org.regards.intake;

import java.nio.file.Path;

/** Told now and then, on the importing thread, how far it is. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (file, rows, share) -> {};

  /**
   * Tells how far it is.
   *
   * @param rows of this file, so far
   * @param share of the file's bytes that are read, from 0 to 1
   */
  void at(Path file, long rows, double share);
}
