package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * The witness of a worker outside of the store. The number of the claim is the worker's beat: the
 * store has it first, the file next, and only then leaves what was claimed.
 */
final class FolderWitness implements Witness {
  private static final long FORCED_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

  private final WorkerRoll roll;
  private final Witnesses witnesses;
  private final StoreAge age;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private List<WitnessFile> files = List.of();
  private String store = "";
  private List<String> vouchedFor = List.of();
  private long claim;
  private long forcedAt;

  FolderWitness(
      WorkerRoll roll,
      Witnesses witnesses,
      StoreAge age,
      InstantSource clock,
      LongSupplier ticker) {
    this.roll = roll;
    this.witnesses = witnesses;
    this.age = age;
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public synchronized void look(Handle handle, Instant now) {
    files = List.of();
    age.check(handle, now);
    age.checkGap(handle, now);
    store = new RestoredDao(handle).storeName();
    vouchedFor = age.vouchedFor(handle);
  }

  @Override
  public synchronized void claiming(Handle handle, Instant now) {
    claim = roll.lastBeat();
  }

  @Override
  public synchronized void claimed() {
    note(claim);
  }

  @Override
  public synchronized void beaten() {
    if (!files.isEmpty()) {
      note(roll.provenBeat());
    }
  }

  @Override
  public synchronized void left() {
    for (WitnessFile file : files) {
      file.note(roll.lastBeat(), clock.instant(), true);
      file.close();
    }
    files = List.of();
  }

  /** Forced to the disk the first time and every few seconds: a claim must not wait for it. */
  private void note(long beat) {
    long now = ticker.getAsLong();
    boolean first = files.isEmpty();
    if (first) {
      files = witnesses.begin(store, roll.token());
    }
    boolean forced = first || now - forcedAt > FORCED_EVERY_NANOS;
    for (WitnessFile file : files) {
      file.note(beat, clock.instant(), forced);
    }
    if (forced) {
      forcedAt = now;
    }
    if (first) {
      witnesses.forget(store, vouchedFor);
    }
  }
}
