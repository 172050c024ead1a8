package org.regards.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.store.Counter;
import org.regards.store.Row;

/** Print runs in the store. Lives as long as its handle. */
final class PrintRunDao {
  private static final Counter RUNS = new Counter("print_run");
  private static final Counter RELEASES = new Counter("print_release");
  private static final Counter REPRINTS = new Counter("reprint");
  private static final String COLUMNS =
      "id, state, folder, type, duplex, sheets_per_file, made_by, made_at, letters, sheets, digest";

  private final Handle handle;

  PrintRunDao(Handle handle) {
    this.handle = handle;
  }

  /** Writes down a new run that has nothing yet. */
  PrintRun reserve(RunRequest request, Path folders, String madeBy, Instant now) {
    RunId id = new RunId(RUNS.allocate(handle, 1));
    Path folder = folders.resolve(id.toString());
    LetterType type = request.type();
    PrintRun run =
        new PrintRun(
            id,
            RunState.RESERVED,
            folder,
            type,
            request.duplex(),
            request.sheetsPerFile(),
            madeBy,
            now,
            0,
            0,
            "");
    handle
        .createUpdate(
            """
            INSERT INTO print_run (id, state, folder, type, duplex, sheets_per_file, made_by, made_at,
                                   letters, sheets, digest)
            VALUES (:id, :state, :folder, :type, :duplex, :sheetsPerFile, :madeBy, :madeAt, 0, 0, '')
            """)
        .bind("id", id.number())
        .bind("state", run.state().word())
        .bind("folder", folder.toString())
        .bind("type", type == null ? null : type.word())
        .bind("duplex", run.duplex() ? 1 : 0)
        .bind("sheetsPerFile", run.sheetsPerFile())
        .bind("madeBy", madeBy)
        .bind("madeAt", now)
        .execute();
    return run;
  }

  Optional<PrintRun> find(RunId id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM print_run WHERE id = :id")
        .bind("id", id.number())
        .map(Row.as(PrintRunDao::run))
        .findOne();
  }

  /** The latest first; those that are reserved only are no runs yet. */
  List<PrintRun> latest(int limit) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM print_run WHERE state <> 'reserved' ORDER BY id DESC LIMIT :limit")
        .bind("limit", limit)
        .map(Row.as(PrintRunDao::run))
        .list();
  }

  /** Those that a program has begun and not ended, and may be at work on still. */
  List<PrintRun> unfinished() {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM print_run WHERE state <> 'released' ORDER BY id")
        .map(Row.as(PrintRunDao::run))
        .list();
  }

  void addLetters(RunId run, Collection<RunLetter> letters) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO print_sheet (run, letter, file, first_sheet, last_sheet, place, first_page, pages,
                                     envelope, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    for (RunLetter letter : letters) {
      batch.add(
          run.number(),
          letter.letter().number(),
          letter.file(),
          letter.firstSheet(),
          letter.lastSheet(),
          letter.place(),
          letter.firstPage(),
          letter.pages(),
          letter.envelope(),
          letter.digest());
    }
    batch.execute();
  }

  /** In the order of their numbers. */
  List<LetterId> letters(RunId run) {
    return handle
        .createQuery("SELECT letter FROM print_sheet WHERE run = :run ORDER BY letter")
        .bind("run", run.number())
        .map(Row.as(row -> new LetterId(row.bigNumber("letter"))))
        .list();
  }

  void addFile(RunId run, RunFile file) {
    handle
        .createUpdate(
            """
            INSERT INTO print_file (run, number, name, stock, first_sheet, last_sheet, pages, letters,
                                    digest, proof)
            VALUES (:run, :number, :name, :stock, :firstSheet, :lastSheet, :pages, :letters, :digest, :proof)
            """)
        .bind("run", run.number())
        .bind("number", file.number())
        .bind("name", file.name())
        .bind("stock", file.stock())
        .bind("firstSheet", file.firstSheet())
        .bind("lastSheet", file.lastSheet())
        .bind("pages", file.pages())
        .bind("letters", file.letters())
        .bind("digest", file.digest())
        .bind("proof", file.proof())
        .execute();
  }

  List<RunFile> files(RunId run) {
    return handle
        .createQuery(
            """
            SELECT number, name, stock, first_sheet, last_sheet, pages, letters, digest, proof
            FROM print_file WHERE run = :run ORDER BY number
            """)
        .bind("run", run.number())
        .map(
            Row.as(
                row ->
                    new RunFile(
                        row.number("number"),
                        row.text("name"),
                        row.text("stock"),
                        row.number("first_sheet"),
                        row.number("last_sheet"),
                        row.number("pages"),
                        row.number("letters"),
                        row.text("digest"),
                        row.text("proof"))))
        .list();
  }

  /** Letters of a run that lie on some of these sheets, in their order. */
  List<RunLetter> letters(RunId run, int firstSheet, int lastSheet) {
    return handle
        .createQuery(
            """
            SELECT letter, file, first_sheet, last_sheet, place, first_page, pages, envelope, digest
            FROM print_sheet
            WHERE run = :run AND first_sheet <= :lastSheet AND last_sheet >= :firstSheet
            ORDER BY first_sheet, place
            """)
        .bind("run", run.number())
        .bind("firstSheet", firstSheet)
        .bind("lastSheet", lastSheet)
        .map(Row.as(PrintRunDao::letter))
        .list();
  }

  /** The first letter of a file. */
  RunLetter firstLetter(RunId run, int file) {
    return handle
        .createQuery(
            """
            SELECT letter, file, first_sheet, last_sheet, place, first_page, pages, envelope, digest
            FROM print_sheet
            WHERE run = :run AND file = :file
            ORDER BY first_sheet, place LIMIT 1
            """)
        .bind("run", run.number())
        .bind("file", file)
        .map(Row.as(PrintRunDao::letter))
        .one();
  }

  /** Letters of a run that the gate may have closed for since they were laid out. */
  List<LetterId> doubtful(RunId run) {
    return handle
        .createQuery(
            """
            SELECT s.letter FROM print_sheet s
            JOIN letter l ON l.id = s.letter
            JOIN customer c ON c.id = l.customer
            WHERE s.run = :run
              AND (c.status = 'do-not-contact'
                   OR l.state <> 'queued'
                   OR NOT EXISTS (SELECT 1 FROM approval a
                                  WHERE a.letter = s.letter AND a.digest = s.digest AND a.completes = 1)
                   OR EXISTS (SELECT 1 FROM counsel_word w WHERE w.customer = l.customer)
                   OR EXISTS (SELECT 1 FROM interaction i
                              WHERE i.customer = l.customer AND i.tags LIKE '%threat:legal%')
                   OR EXISTS (SELECT 1 FROM interaction i
                              WHERE i.customer = l.customer AND i.direction = 'in'
                                AND i.happened_at > (SELECT MIN(a.said_at) FROM approval a
                                                     WHERE a.letter = s.letter AND a.digest = s.digest
                                                       AND a.verdict = 'approved'))
                   OR EXISTS (SELECT 1 FROM record_change h
                              WHERE (h.customer = l.customer OR h.customer IS NULL)
                                AND h.imported_at >= (SELECT r.made_at FROM print_run r WHERE r.id = s.run))
                   OR EXISTS (SELECT 1 FROM plan_adoption p
                              WHERE p.adopted_at >= (SELECT r.made_at FROM print_run r WHERE r.id = s.run))
                   OR EXISTS (SELECT 1 FROM incident_verdict v WHERE v.customer = l.customer)
                   OR EXISTS (SELECT 1 FROM task t LEFT JOIN task_done d ON d.task = t.id
                              WHERE t.customer = l.customer AND d.task IS NULL
                                AND t.kind IN ('investigate', 'decide-hold'))
                   OR (l.type = 'invite' AND EXISTS
                        (SELECT 1 FROM invite_answer n
                         WHERE n.customer = l.customer AND n.kind = 'opted-out'))
                   OR l.type = 'farewell'
                   OR EXISTS (SELECT 1 FROM hand_over o WHERE o.letter = s.letter)
                   OR EXISTS (SELECT 1 FROM hold h LEFT JOIN hold_lift u ON u.hold = h.id
                              WHERE h.customer = l.customer AND u.hold IS NULL)
                   OR EXISTS (SELECT 1 FROM letter o JOIN letter_event e ON e.letter = o.id
                              WHERE o.customer = l.customer AND e.kind = 'returned'))
            """)
        .bind("run", run.number())
        .map(Row.as(row -> new LetterId(row.bigNumber("letter"))))
        .list();
  }

  /**
   * Gives the letters of a run to it for good. Of two that want the same letter the second finds
   * that out here: releases wait for one another at their counter.
   *
   * @return whether all of them were still in the queue; if not, the transaction must be undone
   */
  boolean take(PrintRun run, Instant now) {
    RELEASES.allocate(handle, 1);
    long number = run.id().number();
    int queued =
        handle
            .createUpdate(
                """
                DELETE FROM print_queue
                WHERE letter IN (SELECT letter FROM print_sheet WHERE run = :run)
                """)
            .bind("run", number)
            .execute();
    int taken =
        handle
            .createUpdate(
                """
                UPDATE delivery
                SET state = 'in-run', attempt = attempt + 1, run = :run, file = :folder, changed_at = :now,
                    digest = (SELECT s.digest FROM print_sheet s
                              WHERE s.run = :run AND s.letter = delivery.letter)
                WHERE channel = 'print' AND state = 'queued'
                  AND letter IN (SELECT letter FROM print_sheet WHERE run = :run)
                """)
            .bind("run", number)
            .bind("folder", run.folder().toString())
            .bind("now", now)
            .execute();
    int marked =
        handle
            .createUpdate(
                """
                UPDATE print_run SET state = 'releasing', letters = :letters, sheets = :sheets, digest = :digest
                WHERE id = :run AND state = 'reserved'
                """)
            .bind("letters", run.letters())
            .bind("sheets", run.sheets())
            .bind("digest", run.digest())
            .bind("run", number)
            .execute();
    return queued == run.letters() && taken == run.letters() && marked == 1;
  }

  void release(RunId run) {
    handle
        .createUpdate(
            "UPDATE print_run SET state = 'released' WHERE id = :run AND state = 'releasing'")
        .bind("run", run.number())
        .execute();
  }

  /** Forgets a run that has no letters for good. */
  void delete(RunId run) {
    for (String table : List.of("print_sheet", "print_file")) {
      handle
          .createUpdate(
              "DELETE FROM "
                  + table
                  + " WHERE run IN (SELECT id FROM print_run WHERE id = :run AND state ="
                  + " 'reserved')")
          .bind("run", run.number())
          .execute();
    }
    handle
        .createUpdate("DELETE FROM print_run WHERE id = :run AND state = 'reserved'")
        .bind("run", run.number())
        .execute();
  }

  /** How many letters of a run have come how far. */
  Map<DeliveryState, Integer> states(RunId run) {
    Map<DeliveryState, Integer> states = new TreeMap<>();
    handle
        .createQuery(
            "SELECT state, COUNT(*) AS letters FROM delivery WHERE run = :run GROUP BY state")
        .bind("run", run.number())
        .map(Row.as(row -> Map.entry(DeliveryState.of(row.text("state")), row.number("letters"))))
        .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    return states;
  }

  long reserveReprint() {
    return REPRINTS.allocate(handle, 1);
  }

  void addReprint(long id, RunId run, Reprint reprint, Collection<LetterId> letters) {
    handle
        .createUpdate(
            """
            INSERT INTO reprint (id, run, sheets, reason, made_by, made_at, file, digest)
            VALUES (:id, :run, :sheets, :reason, :madeBy, :madeAt, :file, :digest)
            """)
        .bind("id", id)
        .bind("run", run.number())
        .bind("sheets", reprint.sheets())
        .bind("reason", reprint.reason())
        .bind("madeBy", reprint.madeBy())
        .bind("madeAt", reprint.madeAt())
        .bind("file", reprint.file())
        .bind("digest", reprint.digest())
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE delivery SET attempt = attempt + 1, changed_at = ? WHERE letter = ? AND channel"
                + " = 'print'");
    letters.forEach(letter -> batch.add(reprint.madeAt(), letter.number()));
    batch.execute();
  }

  List<Reprint> reprints(RunId run) {
    return handle
        .createQuery(
            """
            SELECT sheets, reason, made_by, made_at, file, digest
            FROM reprint WHERE run = :run ORDER BY id
            """)
        .bind("run", run.number())
        .map(
            Row.as(
                row ->
                    new Reprint(
                        row.text("sheets"),
                        row.text("reason"),
                        row.text("made_by"),
                        row.instant("made_at"),
                        row.text("file"),
                        row.text("digest"))))
        .list();
  }

  private static RunLetter letter(Row row) {
    return new RunLetter(
        new LetterId(row.bigNumber("letter")),
        row.number("file"),
        row.number("first_sheet"),
        row.number("last_sheet"),
        row.number("place"),
        row.number("first_page"),
        row.number("pages"),
        row.text("envelope"),
        row.text("digest"));
  }

  private static PrintRun run(Row row) {
    String type = row.textOrNull("type");
    return new PrintRun(
        new RunId(row.bigNumber("id")),
        RunState.of(row.text("state")),
        Path.of(row.text("folder")),
        type == null ? null : typeOf(type),
        row.number("duplex") == 1,
        row.number("sheets_per_file"),
        row.text("made_by"),
        row.instant("made_at"),
        row.number("letters"),
        row.number("sheets"),
        row.text("digest"));
  }

  private static @Nullable LetterType typeOf(String word) {
    return LetterType.of(word).orElse(null);
  }
}
