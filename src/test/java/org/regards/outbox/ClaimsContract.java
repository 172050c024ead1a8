package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.mail.MailServer;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.SmtpPostbox;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** How several workers share the deliveries of a store, whatever database it is in. */
abstract class ClaimsContract {
  private static final MailServer NEVER_ASKED =
      new MailServer("localhost", 25, Encryption.NONE, null);
  private static final LetterId FAREWELL = new LetterId(2);

  @TempDir Path folder;

  private final Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private final List<String> machines = new ArrayList<>();
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
  void givesNoDeliveryToTwoWorkersAtOnce() throws Exception {
    given(LongStream.rangeClosed(1, 200).toArray());
    List<Callable<List<Long>>> workers = List.of(claimant(), claimant(), claimant());
    List<Long> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (Future<List<Long>> worker : threads.invokeAll(workers)) {
        claimed.addAll(worker.get());
      }
    }
    assertThat(claimed).doesNotHaveDuplicates().hasSize(200);
  }

  @Test
  void takesBackWhatADeadWorkerHadNotSentAndLeavesTheRestInDoubtByItsType() {
    given(1, 2, 3);
    Claims dead = join("attic");
    List<Claim> had = dead.take(new Scope.Due(null), 3).claims();
    dot(had.get(0));
    dot(had.get(1));
    Claims heir = join("office");
    heir.adopt();
    assertThat(states()).containsExactly("dot-sent", "dot-sent", "sending");
    tick += Duration.ofSeconds(31).toNanos();
    heir.adopt();
    assertThat(states()).containsExactly("deferred", "in-doubt", "queued");
    assertThat(heir.take(new Scope.Due(null), 3).claims())
        .extracting(Claim::letter)
        .containsExactly(new LetterId(3));
  }

  @Test
  void letsASlowWorkerPassNoDotWithWhatWasTakenOver() {
    given(1);
    Claims slow = join("attic");
    Claim had = slow.take(new Scope.Due(null), 1).claims().getFirst();
    Claims heir = join("office");
    heir.adopt();
    tick += Duration.ofSeconds(31).toNanos();
    heir.adopt();
    assertThat(dot(had)).isFalse();
    assertThatThrownBy(slow::proveAlive).isInstanceOf(TakenForDeadException.class);
    assertThatThrownBy(() -> slow.take(new Scope.Due(null), 1))
        .isInstanceOf(TakenForDeadException.class)
        .hasMessage(
            "Other programs that send from this store have heard nothing from this one for too"
                + " long, and have taken over its letters. Nothing is sent twice. Start it again:"
                + " regards send");
    assertThat(states()).containsExactly("queued");
  }

  @Test
  void leavesALivingWorkerWhatItHas() {
    given(1, 2);
    Claims anna = join("attic");
    anna.take(new Scope.Due(null), 2);
    Claims bert = join("office");
    for (int i = 0; i < 10; i++) {
      bert.adopt();
      tick += Duration.ofSeconds(20).toNanos();
      anna.beat();
    }
    assertThat(states()).containsExactly("sending", "sending");
    List<Worker> shown = database.read(handle -> new WorkerDao(handle).shown());
    assertThat(shown)
        .extracting(Worker::host, Worker::letters)
        .containsExactly(tuple("attic", 2), tuple("office", 0));
  }

  @Test
  void writesNothingWhileThereIsNothingToSend() {
    Claims idle = join("office");
    long beat = beats();
    idle.take(new Scope.Due(null), 5);
    assertThat(beats()).isEqualTo(beat);
  }

  private Callable<List<Long>> claimant() {
    Claims claims = join("machine-" + machines.size());
    return () -> {
      List<Long> all = new ArrayList<>();
      List<Claim> some;
      do {
        some = claims.take(new Scope.Due(null), 7).claims();
        some.forEach(claim -> all.add(claim.letter().number()));
      } while (!some.isEmpty());
      return all;
    };
  }

  private Claims join(String machine) {
    machines.add(machine);
    Machine apart = new Machine(machine, machine, pid -> "1");
    Rules rules =
        Rules.plain().with(() -> tick).shared(WorkerRules.USUAL, folder, () -> now, apart);
    return Claims.join(database, rules, "smtp.example", () -> now);
  }

  private void given(long... numbers) {
    List<LetterId> ids = LongStream.of(numbers).mapToObj(LetterId::new).toList();
    database.write(
        handle -> {
          ids.forEach(
              id ->
                  LetterShelf.put(
                      handle,
                      id,
                      SendKillTest.letter(
                          id.number(),
                          id.equals(FAREWELL) ? LetterType.FAREWELL : LetterType.THANK_YOU)));
          Approved.put(handle, ids);
          return ids;
        });
    try (SmtpPostbox postbox = new SmtpPostbox(NEVER_ASKED)) {
      new EmailQueue(database, postbox, new Stock(), () -> now)
          .queue(ids, new EmailQueue.Order(Actor.PROGRAM, letter -> now), outcome -> {});
    }
  }

  /** False when it must not go any more. */
  private boolean dot(Claim claim) {
    return database.<Boolean>note(
        handle ->
            handle.execute(
                    """
                    UPDATE delivery SET state = 'dot-sent'
                    WHERE id = ? AND attempt = ? AND state = 'sending'
                    """,
                    claim.delivery(),
                    claim.attempt())
                == 1);
  }

  private List<String> states() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT state FROM delivery ORDER BY letter")
                .mapTo(String.class)
                .list());
  }

  private long beats() {
    return database.read(
        handle -> handle.createQuery("SELECT SUM(beat) FROM worker").mapTo(Long.class).one());
  }
}
