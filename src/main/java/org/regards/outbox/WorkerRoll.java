package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * The programs that send from a store, as one of them sees the others. Who is on our machine and
 * has no process any more is dead; so is whose beat has not changed for a lease, by our own ticker:
 * no two clocks are compared, and one that jumps does no harm. For many threads.
 */
final class WorkerRoll implements Workers {
  private final Machine machine;
  private final LongSupplier ticker;
  private final Duration beatsEvery;
  private final long leaseNanos;
  private final long pid;

  /** Others, and what they had when we first saw it. */
  private final Map<Long, Seen> others = new HashMap<>();

  /** Our last beat, which may not have been committed. */
  private Seen last = new Seen(0, 0);

  /** Our last beat of which we know that it was. */
  private volatile Seen proven = new Seen(0, 0);

  private volatile boolean gone;
  private volatile String token = "";

  /**
   * @param ticker nanoseconds that no clock moves
   */
  WorkerRoll(Machine machine, LongSupplier ticker, WorkerRules rules) {
    this(machine, ticker, rules, ProcessHandle.current().pid());
  }

  WorkerRoll(Machine machine, LongSupplier ticker, WorkerRules rules, long pid) {
    this.machine = machine;
    this.ticker = ticker;
    this.beatsEvery = rules.beat();
    this.leaseNanos = rules.lease().toNanos();
    this.pid = pid;
  }

  /** Of the worker that joined last. */
  String token() {
    return token;
  }

  @Override
  public long join(Handle handle, Instant now) {
    String ours = UUID.randomUUID().toString();
    long us = new WorkerDao(handle).enlist(ours, machine, pid, now);
    joined(ours);
    return us;
  }

  private synchronized void joined(String ours) {
    token = ours;
    last = new Seen(WorkerDao.FIRST_BEAT, ticker.getAsLong());
    proven = last;
    gone = false;
  }

  @Override
  public Duration beatsEvery() {
    return beatsEvery;
  }

  /** While the transaction lasts, nobody can take over what we have. */
  @Override
  public boolean beat(Handle handle, long us, Instant now) {
    // No lock of ours is held while another transaction may hold the row.
    OptionalLong beat = new WorkerDao(handle).beat(us, now);
    beat.ifPresentOrElse(this::beaten, () -> gone = true);
    return beat.isPresent();
  }

  /** Only we raise it: if it is one more than last time, last time was committed. */
  private synchronized void beaten(long beat) {
    if (beat == last.beat() + 1) {
      proven = last;
    }
    last = new Seen(beat, ticker.getAsLong());
  }

  /** Takes those off the roll that are dead; whoever had a sign of life meanwhile stays. */
  @Override
  public Set<Long> living(Handle handle, long us, Instant now) {
    WorkerDao workers = new WorkerDao(handle);
    Set<Long> living = new HashSet<>();
    living.add(us);
    for (StoredWorker worker : workers.here()) {
      if (worker.id() != us && !(isDead(worker) && workers.declareGone(worker))) {
        living.add(worker.id());
      }
    }
    forgetBut(living);
    return living;
  }

  private boolean isDead(StoredWorker worker) {
    return (machine.isOn(worker) && !machine.runs(worker)) || isSilent(worker);
  }

  private synchronized boolean isSilent(StoredWorker worker) {
    long tick = ticker.getAsLong();
    Seen seen = others.get(worker.id());
    if (seen == null || seen.beat() != worker.beat()) {
      others.put(worker.id(), new Seen(worker.beat(), tick));
      return false;
    }
    return tick - seen.tick() > leaseNanos;
  }

  private synchronized void forgetBut(Set<Long> living) {
    others.keySet().retainAll(living);
  }

  @Override
  public void leave(Handle handle, long us, Instant now) {
    new WorkerDao(handle).leave(us, now).ifPresent(this::beaten);
  }

  /**
   * Whether a letter may pass the dot, as far as can be known without asking: not when we have
   * given no sign of life for half a lease, because the store is away or the program stood still.
   */
  @Override
  public boolean mayPass() {
    return !gone && ticker.getAsLong() - proven.tick() < leaseNanos / 2;
  }

  /** The highest beat of ours that is in the store for sure. */
  long provenBeat() {
    return proven.beat();
  }

  /** The beat of the transaction under way, or of the last one. */
  synchronized long lastBeat() {
    return last.beat();
  }

  private record Seen(long beat, long tick) {}
}
