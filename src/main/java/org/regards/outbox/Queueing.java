package org.regards.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.regards.letter.LetterId;

/**
 * Letters on their way into the outbox, group by group, several groups at once; what is said of
 * them is said in their order. One thread calls it, and closes it: what has begun is ended first.
 */
final class Queueing implements AutoCloseable {
  private static final int MOST_THREADS = 4;

  /** One processor is left to those who send, and so are most connections to a server's store. */
  private static final int THREADS =
      Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_THREADS);

  /** Groups that are under way while one is told of. */
  private static final int AHEAD = THREADS + 1;

  private final Iterator<List<LetterId>> groups;
  private final Function<List<LetterId>, Queued> work;
  private final Told told;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final Queue<Future<Queued>> ahead = new ArrayDeque<>();

  /**
   * @param work of one group; on any thread
   */
  Queueing(Iterator<List<LetterId>> groups, Function<List<LetterId>, Queued> work, Told told) {
    this.groups = groups;
    this.work = work;
    this.told = told;
  }

  /** What is said of each letter, in the order of the ids. */
  interface Told {
    /** It waits now. */
    default void waits(LetterId letter, Instant due) {}

    /** It does not. */
    void not(SendOutcome outcome);
  }

  /**
   * What became of a group; each letter is in one of the two.
   *
   * @param waiting those that wait now, and until when
   * @param not those that do not
   */
  record Queued(
      List<LetterId> group, Map<LetterId, Instant> waiting, Map<LetterId, SendOutcome> not) {}

  /** Nothing to queue. */
  static Queueing none() {
    return new Queueing(
        Collections.emptyIterator(),
        group -> {
          throw new IllegalStateException("there is no group to queue");
        },
        outcome -> {});
  }

  /** Whether all have been told of. */
  boolean isOver() {
    fill();
    return ahead.isEmpty();
  }

  /** Whether {@link #next} would return at once. */
  boolean isReady() {
    fill();
    return !ahead.isEmpty() && ahead.element().isDone();
  }

  /** Ends the next group and tells of it. */
  void next() {
    fill();
    Queued queued = done(ahead.remove());
    for (LetterId id : queued.group()) {
      Instant due = queued.waiting().get(id);
      if (due == null) {
        told.not(Objects.requireNonNull(queued.not().get(id)));
      } else {
        told.waits(id, due);
      }
    }
  }

  private void fill() {
    while (ahead.size() < AHEAD && groups.hasNext()) {
      List<LetterId> group = groups.next();
      ahead.add(workers.submit(() -> work.apply(group)));
    }
  }

  private static Queued done(Future<Queued> working) {
    try {
      return working.get();
    } catch (ExecutionException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(wrapped.getCause());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the queueing was interrupted");
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
