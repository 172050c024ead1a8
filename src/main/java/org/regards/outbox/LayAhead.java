package org.regards.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.regards.outbox.PaperQueueDao.Place;

/**
 * Lays letters out on all processors, a few groups ahead of who takes them, and hands them over in
 * their order. Used by one thread, who closes it.
 */
final class LayAhead implements AutoCloseable {
  private static final int GROUPS_PER_PROCESSOR = 2;

  private final Supplier<List<Place>> groups;
  private final Function<List<Place>, List<LaidLetter>> work;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(processors);
  private final Deque<Future<List<LaidLetter>>> begun = new ArrayDeque<>();

  /**
   * @param groups the next letters, none at the end; asked on the thread that takes
   * @param work done on any thread
   */
  LayAhead(Supplier<List<Place>> groups, Function<List<Place>, List<LaidLetter>> work) {
    this.groups = groups;
    this.work = work;
  }

  /** The next letters; none at the end. */
  List<LaidLetter> next() throws InterruptedException {
    while (begun.size() < GROUPS_PER_PROCESSOR * processors) {
      List<Place> group = groups.get();
      if (group.isEmpty()) {
        break;
      }
      begun.add(pool.submit(() -> work.apply(group)));
    }
    Future<List<LaidLetter>> first = begun.poll();
    if (first == null) {
      return List.of();
    }
    try {
      return first.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("letters could not be laid out", failure.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
