package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.SampleLetters;
import org.regards.store.Database;
import org.regards.store.StoreBusyException;
import org.regards.store.TestStores;

/** Two programs that wait for each other's letters. */
class PostgresDeadlockTest {
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);

  private final CyclicBarrier bothHold = new CyclicBarrier(2);
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void undoesOneOfTwoAndDoesItAgain() throws Exception {
    try (Database one = Database.open(TestStores.postgres());
        ExecutorService programs = Executors.newFixedThreadPool(2)) {
      given(one);
      Future<LetterState> first =
          programs.submit(() -> one.writePatiently(handle -> moved(handle, L12, L13)));
      Future<LetterState> second =
          programs.submit(() -> one.writePatiently(handle -> moved(handle, L13, L12)));
      assertThat(List.of(first.get(), second.get())).containsOnly(LetterState.QUEUED);
      assertThat(tries).hasValue(3);
      assertThat(LetterShelf.get(one, L12).state()).isEqualTo(LetterState.QUEUED);
      assertThat(LetterShelf.get(one, L13).state()).isEqualTo(LetterState.QUEUED);
    }
  }

  @Test
  void saysOfWorkThatCannotBeDoneAgainThatNothingOfItWasKept() throws Exception {
    try (Database one = Database.open(TestStores.postgres());
        ExecutorService programs = Executors.newFixedThreadPool(2)) {
      given(one);
      Future<String> first = programs.submit(() -> told(one, L12, L13));
      Future<String> second = programs.submit(() -> told(one, L13, L12));
      assertThat(List.of(first.get(), second.get()))
          .filteredOn(said -> !said.isEmpty())
          .singleElement()
          .asString()
          .matches(
              "Another program changed the same records of the store jdbc:postgresql:.* at the same"
                  + " moment: nothing of this step was kept\\. Try again\\.");
    }
  }

  private static void given(Database database) {
    LetterShelf.put(database, L12, SampleLetters.thankYou());
    LetterShelf.put(database, L13, SampleLetters.thankYou());
  }

  private String told(Database database, LetterId first, LetterId second) {
    try {
      database.write(handle -> moved(handle, first, second));
      return "";
    } catch (StoreBusyException undone) {
      return String.valueOf(undone.getMessage());
    }
  }

  /** The first time when the other has the second letter already. */
  private LetterState moved(Handle handle, LetterId first, LetterId second) {
    handle.execute("SET LOCAL deadlock_timeout = '50ms'");
    LetterStamp.lock(handle, List.of(first));
    if (tries.incrementAndGet() <= 2) {
      meet();
    }
    LetterStamp.lock(handle, List.of(second));
    LetterStamp.move(handle, List.of(first, second), LetterState.QUEUED);
    return LetterState.QUEUED;
  }

  private void meet() {
    try {
      bothHold.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException(alone);
    }
  }
}
