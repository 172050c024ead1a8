package org.regards.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What all measurements need: a folder that is gone afterwards, and the most the heap held. */
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

  static void resetPeakHeap() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The sum of what each part of the heap held at most, in megabytes. */
  static long peakHeap() {
    return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
