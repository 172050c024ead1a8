package org.regards.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.playbook.Playbook;

/**
 * One pass over all customers. The calling thread reads dossiers in groups; each group is composed
 * and kept by one of as many workers as there are processors, a few groups at a time, so memory is
 * flat.
 */
public final class DraftRun {
  private static final int GROUP = 100;

  private final Drafts drafts;
  private final Dossiers dossiers;
  private final Composer composer;
  private final Playbook playbook;
  private final LetterRequest request;
  private final Actor by;
  private final Progress progress;

  DraftRun(
      Drafts drafts,
      Dossiers dossiers,
      Composer composer,
      Playbook playbook,
      LetterRequest request,
      Actor by,
      Progress progress) {
    this.drafts = drafts;
    this.dossiers = dossiers;
    this.composer = composer;
    this.playbook = playbook;
    this.request = request;
    this.by = by;
    this.progress = progress;
  }

  /**
   * What a run did.
   *
   * @param drafted letters now in the store
   * @param passedOver customers who had one already
   * @param notDrafted the others, by the kind of reason
   */
  public record Result(long drafted, long passedOver, Map<Class<?>, Reason> notDrafted) {
    static final Result NOTHING = new Result(0, 0, Map.of());

    public Result {
      notDrafted = Map.copyOf(notDrafted);
    }

    public long notDraftedInAll() {
      return notDrafted.values().stream().mapToLong(Reason::customers).sum();
    }

    Result plus(Result other) {
      Map<Class<?>, Reason> both = new HashMap<>(notDrafted);
      other.notDrafted.forEach((kind, reason) -> both.merge(kind, reason, Reason::plus));
      return new Result(drafted + other.drafted, passedOver + other.passedOver, both);
    }
  }

  /**
   * Why some customers got no letter.
   *
   * @param customers how many
   * @param example one of them, and what was said of that one
   */
  public record Reason(long customers, Drafting.NotDrafted example) {
    Reason plus(Reason other) {
      return new Reason(customers + other.customers, example);
    }
  }

  /** Hears how far a run has come, on any of its threads, one call at a time. */
  @FunctionalInterface
  public interface Progress {
    void reached(Result soFar);
  }

  Result run(Instant asOf) throws InterruptedException {
    int workers = Runtime.getRuntime().availableProcessors();
    Semaphore room = new Semaphore(workers + 1);
    List<Future<Result>> groups = new ArrayList<>();
    Tally tally = new Tally(progress);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      try {
        dossiers.forEachBatch(
            asOf,
            GROUP,
            group -> {
              room.acquireUninterruptibly();
              groups.removeIf(DraftRun::isDone);
              groups.add(pool.submit(() -> tally.add(draftGroup(group, room))));
              if (Thread.interrupted()) {
                throw new Interrupted();
              }
            });
      } catch (Interrupted stop) {
        pool.shutdown();
        throw new InterruptedException("stopped between two groups; what was drafted is kept");
      }
      for (Future<Result> group : groups) {
        group.get();
      }
    } catch (ExecutionException failure) {
      throw asUnchecked(failure);
    }
    return tally.sum();
  }

  /** Whether a group has ended well; one that failed ends the run. */
  private static boolean isDone(Future<Result> group) {
    return switch (group.state()) {
      case SUCCESS -> true;
      case RUNNING, CANCELLED -> false;
      case FAILED -> throw asUnchecked(new ExecutionException(group.exceptionNow()));
    };
  }

  private static RuntimeException asUnchecked(ExecutionException failure) {
    return failure.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException("a group of drafts could not be written", failure.getCause());
  }

  private Result draftGroup(List<Dossier> group, Semaphore room) {
    try {
      Set<CustomerId> written =
          drafts.written(
              request.type(),
              group.getFirst(),
              group.stream().map(dossier -> dossier.customer().id()).toList());
      Set<CustomerId> uninvitable =
          drafts.uninvitable(
              request.type(), group.stream().map(dossier -> dossier.customer().id()).toList());
      List<Composition.Composed> composed = new ArrayList<>(group.size());
      Map<Class<?>, Reason> notDrafted = new HashMap<>();
      for (Dossier dossier : group) {
        CustomerId customer = dossier.customer().id();
        if (written.contains(customer)) {
          continue;
        }
        Composition composition =
            uninvitable.contains(customer)
                ? Drafts.noMoreInvitations(customer)
                : composer.compose(request, dossier, playbook);
        if (composition instanceof Composition.Composed one) {
          composed.add(one);
        } else {
          notDrafted.merge(
              composition.getClass(),
              new Reason(1, new Drafting.NotDrafted(customer, composition)),
              Reason::plus);
        }
      }
      int kept = drafts.storeUnwritten(request, group.getFirst(), composed, by).size();
      return new Result(kept, written.size() + composed.size() - kept, notDrafted);
    } finally {
      room.release();
    }
  }

  private static final class Tally {
    private final Progress progress;
    private Result sum = Result.NOTHING;

    Tally(Progress progress) {
      this.progress = progress;
    }

    synchronized Result add(Result group) {
      sum = sum.plus(group);
      progress.reached(sum);
      return sum;
    }

    synchronized Result sum() {
      return sum;
    }
  }

  /** Leaves the pass over the dossiers. */
  private static final class Interrupted extends RuntimeException {}
}
