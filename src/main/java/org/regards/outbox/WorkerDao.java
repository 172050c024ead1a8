package org.regards.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.regards.store.Counter;
import org.regards.store.Row;

/** The programs that send, in the store. Lives as long as its handle. */
final class WorkerDao {
  static final long FIRST_BEAT = 1;

  private static final Counter NUMBERS = new Counter("worker");

  private static final String COLUMNS =
      "SELECT id, token, host, machine, pid, process, beat, state, started_at, last_beat_at"
          + " FROM worker ";

  private final Handle handle;

  WorkerDao(Handle handle) {
    this.handle = handle;
  }

  long enlist(String token, Machine machine, long pid, Instant now) {
    long id = NUMBERS.allocate(handle, 1);
    insert(
        new StoredWorker(
            id,
            token,
            machine.name(),
            machine.identity(),
            pid,
            machine.processes().apply(pid),
            FIRST_BEAT,
            WorkerState.HERE,
            now,
            now));
    return id;
  }

  /** A worker that sent from this store, although the store does not know of it. */
  void learnOf(Testimony witness, String host, Instant now) {
    Instant at = witness.at().orElse(now);
    insert(
        new StoredWorker(
            NUMBERS.allocate(handle, 1),
            witness.token(),
            host,
            "",
            0,
            "",
            witness.beat(),
            WorkerState.UNKNOWN,
            at,
            at));
  }

  private void insert(StoredWorker worker) {
    handle
        .createUpdate(
            """
            INSERT INTO worker (id, token, host, machine, pid, process, beat, state, started_at,
                                last_beat_at)
            VALUES (:id, :token, :host, :machine, :pid, :process, :beat, :state, :startedAt,
                    :lastBeatAt)
            """)
        .bind("id", worker.id())
        .bind("token", worker.token())
        .bind("host", worker.host())
        .bind("machine", worker.machine())
        .bind("pid", worker.pid())
        .bind("process", worker.process())
        .bind("beat", worker.beat())
        .bind("state", worker.state().word())
        .bind("startedAt", worker.startedAt())
        .bind("lastBeatAt", worker.lastBeatAt())
        .execute();
  }

  /**
   * A sign of life; while the transaction lasts, nobody can take over what the worker has.
   *
   * @return the new beat; empty when the worker was taken for dead
   */
  OptionalLong beat(long id, Instant now) {
    return raised("", id, now);
  }

  private OptionalLong raised(String more, long id, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE worker SET <more> beat = beat + 1, last_beat_at = :now
            WHERE id = :id AND state = 'here'
            RETURNING beat
            """)
        .define("more", more)
        .bind("id", id)
        .bind("now", now)
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void raise(String token, long beat) {
    handle
        .createUpdate("UPDATE worker SET beat = :beat WHERE token = :token AND beat < :beat")
        .bind("token", token)
        .bind("beat", beat)
        .execute();
  }

  /** The last sign of life; empty when the worker was taken for dead. */
  OptionalLong leave(long id, Instant now) {
    return raised("state = 'left', ", id, now);
  }

  /**
   * False when it has given a sign of life since, or somebody else was faster. Nor is it waited for
   * while its row is locked: whoever holds it has a transaction open, and the next look tells.
   */
  boolean declareGone(StoredWorker seen) {
    return handle
            .createUpdate(
                """
                UPDATE worker SET state = 'gone'
                WHERE id = (SELECT id FROM worker
                            WHERE id = :id AND beat = :beat AND state = 'here' <skipLocked>)
                """)
            .bind("id", seen.id())
            .bind("beat", seen.beat())
            .execute()
        == 1;
  }

  /** Those that are not known to have ended, the oldest first. */
  List<StoredWorker> here() {
    return handle
        .createQuery(COLUMNS + "WHERE state = 'here' ORDER BY id")
        .map(Row.as(WorkerDao::worker))
        .list();
  }

  Optional<StoredWorker> find(String token) {
    return handle
        .createQuery(COLUMNS + "WHERE token = :token")
        .bind("token", token)
        .map(Row.as(WorkerDao::worker))
        .findFirst();
  }

  /** The newest first. */
  List<StoredWorker> latest(int howMany) {
    return handle
        .createQuery(COLUMNS + "ORDER BY id DESC LIMIT :howMany")
        .bind("howMany", howMany)
        .map(Row.as(WorkerDao::worker))
        .list();
  }

  /** Who sends now, for showing; the oldest first. */
  List<Worker> shown() {
    return handle
        .createQuery(
            """
            SELECT w.id, w.host, w.pid, w.state, w.started_at, w.last_beat_at,
                   (SELECT COUNT(*) FROM delivery d
                    WHERE d.channel = 'email' AND d.state IN ('sending', 'dot-sent')
                      AND d.worker = w.id) AS letters
            FROM worker w
            WHERE w.state = 'here'
            ORDER BY w.id
            """)
        .map(
            Row.as(
                row ->
                    new Worker(
                        row.bigNumber("id"),
                        row.text("host"),
                        row.bigNumber("pid"),
                        WorkerState.of(row.text("state")),
                        row.instant("started_at"),
                        row.instant("last_beat_at"),
                        row.number("letters"))))
        .list();
  }

  /** The machines that anybody ever sent from, by their names. */
  List<String> hosts() {
    return handle
        .createQuery("SELECT DISTINCT host FROM worker ORDER BY host")
        .mapTo(String.class)
        .list();
  }

  /** When a program last sent from this store, or could have. */
  Optional<Instant> lastBeat() {
    return handle
        .createQuery("SELECT MAX(last_beat_at) FROM worker")
        .mapTo(Instant.class)
        .findFirst();
  }

  private static StoredWorker worker(Row row) {
    return new StoredWorker(
        row.bigNumber("id"),
        row.text("token"),
        row.text("host"),
        row.text("machine"),
        row.bigNumber("pid"),
        row.text("process"),
        row.bigNumber("beat"),
        WorkerState.of(row.text("state")),
        row.instant("started_at"),
        row.instant("last_beat_at"));
  }
}
