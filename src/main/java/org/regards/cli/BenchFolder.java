package org.regards.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what is measured, gone afterwards. */
final class BenchFolder {
  private BenchFolder() {}

  static Path make() {
    try {
      return Files.createTempDirectory("regards-bench");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
