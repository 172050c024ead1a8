package org.regards.outbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How several programs that send from one store live together.
 *
 * @param beat how often each gives a sign of life
 * @param lease after a silence as long as this a program counts as dead; half of that after its
 *     last sign it lets no letter pass by itself
 * @param gap when nobody sent for longer, what fell due meanwhile waits for a word, unless this
 *     machine knows better; zero for never
 * @param machine a folder of this machine's own, that no backup of the business brings back; or
 *     null
 * @param served whether the store is on a server, where machines may have sent that it knows
 *     nothing of after it was restored
 */
public record WorkerRules(
    Duration beat, Duration lease, Duration gap, @Nullable Path machine, boolean served) {
  public static final WorkerRules USUAL =
      new WorkerRules(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofHours(6));

  public WorkerRules(Duration beat, Duration lease, Duration gap) {
    this(beat, lease, gap, null, false);
  }

  public WorkerRules {
    if (lease.compareTo(beat.multipliedBy(4)) < 0) {
      throw new IllegalArgumentException("a lease must outlast some beats: " + lease);
    }
  }

  public WorkerRules withGap(Duration longest) {
    return new WorkerRules(beat, lease, longest, machine, served);
  }

  public WorkerRules withMachine(Path folder) {
    return new WorkerRules(beat, lease, gap, folder, served);
  }

  /** These, for a store on a server. */
  public WorkerRules onServer() {
    return new WorkerRules(beat, lease, gap, machine, true);
  }
}
