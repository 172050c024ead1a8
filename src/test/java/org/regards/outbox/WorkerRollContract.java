package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What programs that send from one store know of each other, whatever database it is in. */
abstract class WorkerRollContract {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final long ANNA = 101;
  private static final long BERT = 102;

  private final Map<Long, String> processes = new HashMap<>(Map.of(ANNA, "5000", BERT, "6000"));
  private final Machine office = new Machine("office", "office/1", pid -> start(pid));
  private final Machine attic = new Machine("attic", "attic/1", pid -> "1");
  private long tick = 1_000_000_000_000L;
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void givesEachWorkerANumberOfItsOwn() {
    WorkerRoll anna = roll(office, ANNA);
    WorkerRoll bert = roll(attic, BERT);
    long first = join(anna);
    long second = join(bert);
    assertThat(second).isNotEqualTo(first);
    assertThat(living(anna, first)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void forgetsWhoHasLeft() {
    WorkerRoll anna = roll(office, ANNA);
    long first = join(anna);
    WorkerRoll bert = roll(attic, BERT);
    long second = join(bert);
    database.note(
        handle -> {
          bert.leave(handle, second, NOW);
          return second;
        });
    assertThat(living(anna, first)).containsExactly(first);
    assertThat(states()).containsExactly(WorkerState.LEFT, WorkerState.HERE);
  }

  @Test
  void knowsAtOnceThatAProcessOfItsMachineHasEnded() {
    long dead = join(roll(office, BERT));
    processes.remove(BERT);
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    assertThat(living(anna, us)).containsExactly(us);
    assertThat(states()).containsExactly(WorkerState.HERE, WorkerState.GONE);
    assertThat(dead).isNotEqualTo(us);
  }

  @Test
  void isNotFooledByAnotherProcessWithTheNumberOfADeadOne() {
    join(roll(office, BERT));
    processes.put(BERT, "7000");
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    assertThat(living(anna, us)).containsExactly(us);
  }

  @Test
  void waitsForALeaseBeforeItCountsOneOfAnotherMachineAsDead() {
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    long far = join(roll(attic, BERT));
    assertThat(living(anna, us)).containsExactlyInAnyOrder(us, far);
    tick(Duration.ofSeconds(30));
    assertThat(living(anna, us)).containsExactlyInAnyOrder(us, far);
    tick(Duration.ofSeconds(1));
    assertThat(living(anna, us)).containsExactly(us);
  }

  @Test
  void countsTheSilenceFromTheLastBeatThatItSaw() {
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    WorkerRoll bert = roll(attic, BERT);
    long far = join(bert);
    for (int beat = 0; beat < 5; beat++) {
      assertThat(living(anna, us)).contains(far);
      tick(Duration.ofSeconds(25));
      assertThat(beat(bert, far, NOW)).isTrue();
    }
  }

  @Test
  void mindsNoClockThatJumps() {
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    WorkerRoll bert = roll(attic, BERT);
    long far = join(bert);
    assertThat(living(anna, us)).contains(far);
    assertThat(beat(bert, far, NOW.minus(Duration.ofDays(400)))).isTrue();
    Set<Long> living =
        database.note(handle -> anna.living(handle, us, NOW.plus(Duration.ofDays(400))));
    assertThat(living).contains(far);
    tick(Duration.ofSeconds(29));
    assertThat(beat(bert, far, NOW.plus(Duration.ofDays(9_000)))).isTrue();
    tick(Duration.ofSeconds(29));
    assertThat(living(anna, us)).contains(far);
  }

  @Test
  void tellsASlowWorkerThatItsLettersWereTakenOver() {
    WorkerRoll slow = roll(attic, BERT);
    long far = join(slow);
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    living(anna, us);
    tick(Duration.ofSeconds(31));
    living(anna, us);
    assertThat(beat(slow, far, NOW)).isFalse();
    assertThat(slow.mayPass()).isFalse();
  }

  @Test
  void takesNothingFromWhoHadASignOfLifeMeanwhile() {
    WorkerRoll bert = roll(attic, BERT);
    long far = join(bert);
    StoredWorker seen = database.read(handle -> new WorkerDao(handle).here()).getFirst();
    assertThat(beat(bert, far, NOW)).isTrue();
    assertThat(database.<Boolean>note(handle -> new WorkerDao(handle).declareGone(seen))).isFalse();
    assertThat(states()).containsExactly(WorkerState.HERE);
  }

  @Test
  void givesUpByItselfAfterHalfOfTheLease() {
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    assertThat(anna.mayPass()).isTrue();
    tick(Duration.ofSeconds(14));
    assertThat(anna.mayPass()).isTrue();
    tick(Duration.ofSeconds(1));
    assertThat(anna.mayPass()).isFalse();
    beat(anna, us, NOW);
    beat(anna, us, NOW);
    assertThat(anna.mayPass()).isTrue();
  }

  @Test
  void takesOnlyACommittedBeatForASignOfLife() {
    WorkerRoll anna = roll(office, ANNA);
    long us = join(anna);
    tick(Duration.ofSeconds(10));
    for (int beat = 0; beat < 3; beat++) {
      try {
        database.note(
            handle -> {
              anna.beat(handle, us, NOW);
              throw new StoreAway();
            });
      } catch (StoreAway expected) {
        tick(Duration.ofSeconds(2));
      }
    }
    assertThat(anna.mayPass()).isFalse();
  }

  @Test
  void knowsItsOwnProcessAndNoneThatIsNotThere() {
    Machine here = Machine.here();
    WorkerRoll ourselves = roll(here, ProcessHandle.current().pid());
    long us = join(ourselves);
    StoredWorker stored = database.read(handle -> new WorkerDao(handle).here()).getFirst();
    assertThat(stored.id()).isEqualTo(us);
    assertThat(here.isOn(stored)).isTrue();
    assertThat(here.runs(stored)).isTrue();
    assertThat(here.processes().apply(Integer.MAX_VALUE)).isEmpty();
  }

  private WorkerRoll roll(Machine machine, long pid) {
    return new WorkerRoll(machine, () -> tick, WorkerRules.USUAL, pid);
  }

  private long join(WorkerRoll roll) {
    return database.note(handle -> roll.join(handle, NOW));
  }

  private boolean beat(WorkerRoll roll, long us, Instant now) {
    return database.note(handle -> roll.beat(handle, us, now));
  }

  private Set<Long> living(WorkerRoll roll, long us) {
    return database.note(handle -> roll.living(handle, us, NOW));
  }

  private List<WorkerState> states() {
    return database.read(
        handle -> new WorkerDao(handle).latest(10).stream().map(StoredWorker::state).toList());
  }

  private String start(long pid) {
    return processes.getOrDefault(pid, "");
  }

  private void tick(Duration time) {
    tick += time.toNanos();
  }

  private static final class StoreAway extends RuntimeException {}
}
