package org.regards.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

/** The most that each part of the heap has held, waste that was not yet cleared away included. */
final class PeakHeap {
  private PeakHeap() {}

  static void reset() {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The sum of the parts since {@link #reset}, in megabytes. */
  static long megabytes() {
    return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
