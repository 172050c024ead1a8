package org.regards.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a dispatch goes by.
 *
 * @param probe how long a letter that may have arrived waits before it is sent once more, so that a
 *     look into the mailbox may settle it first
 * @param zones by whose clocks a letter goes that goes at a time
 * @param ticker nanoseconds that no clock moves
 */
record Rules(
    RetryPlan retries,
    Pace pace,
    Workers workers,
    Witness witness,
    Duration probe,
    RecipientZones zones,
    LongSupplier ticker) {
  Rules(RetryPlan retries, Pace pace, Workers workers, Witness witness, Duration probe) {
    this(retries, pace, workers, witness, probe, Tempo.FREE.zones(), System::nanoTime);
  }

  /** The same, for letters of which a person said that they go now. */
  Rules withoutQuietHours() {
    return new Rules(retries, pace.withoutQuietHours(), workers, witness, probe, zones, ticker);
  }

  /** The same, by another ticker. */
  Rules with(LongSupplier otherTicker) {
    return new Rules(retries, pace, workers, witness, probe, zones, otherTicker);
  }

  static Rules of(Tempo tempo) {
    return new Rules(
        new PatientRetries(),
        new SteadyPace(tempo.limits(), tempo.quiet(), tempo.zones()),
        Workers.alone(),
        Witness.none(),
        Duration.ofMinutes(10),
        tempo.zones(),
        System::nanoTime);
  }

  static Rules plain() {
    return new Rules(
        RetryPlan.everyHour(),
        Pace.free(),
        Workers.alone(),
        Witness.none(),
        Duration.ofMinutes(10));
  }

  /**
   * These, in a store that others may send from as well, or that may be a restored backup.
   *
   * @param letters the folder outside of the store that tells one from the other
   */
  Rules shared(WorkerRules sharing, Path letters, InstantSource clock) {
    return shared(sharing, letters, clock, Machine.here());
  }

  Rules shared(WorkerRules sharing, Path letters, InstantSource clock, Machine machine) {
    WorkerRoll roll = new WorkerRoll(machine, ticker, sharing);
    Witnesses witnesses =
        new Witnesses(
            new WitnessFolder(letters),
            Optional.ofNullable(sharing.machine()).map(WitnessFolder::new),
            machine.name());
    Witness witness =
        new FolderWitness(roll, witnesses, new StoreAge(witnesses, sharing), clock, ticker);
    return new Rules(retries, pace, roll, witness, probe, zones, ticker);
  }
}
