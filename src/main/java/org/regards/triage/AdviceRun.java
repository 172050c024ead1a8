package org.regards.triage;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.playbook.Playbooks;

/**
 * Advice for all customers, in the order of their ids. The calling thread reads dossiers in groups
 * and hears the advice; workers, one a processor, think. A few groups are in memory at a time.
 */
public final class AdviceRun {
  private static final int GROUP = 250;

  private final Dossiers dossiers;
  private final Playbooks playbooks;

  public AdviceRun(Dossiers dossiers, Playbooks playbooks) {
    this.dossiers = dossiers;
    this.playbooks = playbooks;
  }

  /**
   * Hands over one recommendation for each customer, on the calling thread.
   *
   * @throws InterruptedException when the thread was interrupted; some were handed over by then
   */
  public void run(Instant asOf, Consumer<Recommendation> hears) throws InterruptedException {
    Advisor advisor = new Advisor(playbooks.load(), playbooks.spoken());
    int workers = Runtime.getRuntime().availableProcessors();
    Deque<Future<List<Recommendation>>> groups = new ArrayDeque<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      try {
        dossiers.forEachBatch(
            asOf,
            GROUP,
            group -> {
              groups.add(pool.submit(() -> advise(advisor, group)));
              if (groups.size() > workers + 1) {
                handOver(groups.remove(), hears);
              }
              if (Thread.interrupted()) {
                throw new Interrupted();
              }
            });
        while (!groups.isEmpty()) {
          handOver(groups.remove(), hears);
        }
      } catch (Interrupted stop) {
        pool.shutdownNow();
        throw new InterruptedException("stopped between two groups of customers");
      }
    }
  }

  private static List<Recommendation> advise(Advisor advisor, List<Dossier> group) {
    return group.stream().map(advisor::advise).toList();
  }

  private static void handOver(Future<List<Recommendation>> group, Consumer<Recommendation> hears) {
    try {
      group.get().forEach(hears);
    } catch (InterruptedException stop) {
      throw new Interrupted();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("a group could not be advised on", failure.getCause());
    }
  }

  /** Leaves the pass over the dossiers. */
  private static final class Interrupted extends RuntimeException {}
}
