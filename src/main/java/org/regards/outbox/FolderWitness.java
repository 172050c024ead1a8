package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The witness of a worker in the letters folder. The number of the claim is the worker's beat: the
 * store has it first, the file next, and only then leaves what was claimed.
 */
final class FolderWitness implements Witness {
  private static final long FORCED_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

  private final WorkerRoll roll;
  private final WitnessFolder folder;
  private final StoreAge age;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private @Nullable WitnessFile file;
  private String store = "";
  private List<String> vouchedFor = List.of();
  private long claim;
  private long forcedAt;

  FolderWitness(
      WorkerRoll roll,
      WitnessFolder folder,
      StoreAge age,
      InstantSource clock,
      LongSupplier ticker) {
    this.roll = roll;
    this.folder = folder;
    this.age = age;
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public synchronized void look(Handle handle, Instant now) {
    file = null;
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
    if (file != null) {
      note(roll.provenBeat());
    }
  }

  @Override
  public synchronized void left() {
    WitnessFile own = file;
    if (own != null) {
      own.note(roll.lastBeat(), clock.instant(), true);
      own.close();
      file = null;
    }
  }

  /** Forced to the disk the first time and every few seconds: a claim must not wait for it. */
  private void note(long beat) {
    long now = ticker.getAsLong();
    boolean first = file == null;
    WitnessFile own = file == null ? folder.begin(store, roll.token()) : file;
    file = own;
    boolean forced = first || now - forcedAt > FORCED_EVERY_NANOS;
    own.note(beat, clock.instant(), forced);
    if (forced) {
      forcedAt = now;
    }
    if (first) {
      folder.forget(store, vouchedFor);
    }
  }
}
