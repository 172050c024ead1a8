package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

/**
 * A program that makes print runs is killed at random moments: afterwards every letter is in
 * exactly one released run, and each run's folder is whole. {@code -Dregards.kills=50} kills it as
 * often.
 */
final class PrintRunKillTest {
  private static final int KILLS = Integer.getInteger("regards.kills", 8);
  private static final int LETTERS = 150;

  /** As many lines the program says in one run. */
  private static final int LINES = 8;

  /** The exit code of a program that SIGKILL ended: 128 and the number of the signal. */
  private static final int KILLED = 137;

  /** So many kills that a share of them says something. */
  private static final int ENOUGH = 8;

  private static final int LONGEST_WAIT_MILLIS = 25;

  @TempDir private Path folder;

  @Test
  void losesNoLetterAndPrintsNoneTwiceOnSqlite() throws Exception {
    kill(TestStores.sqlite(folder), KILLS, new Random(20_261_122));
  }

  @Test
  void losesNoLetterAndPrintsNoneTwiceOnPostgres() throws Exception {
    kill(TestStores.postgres(), Math.ceilDiv(KILLS, 4), new Random(20_261_123));
  }

  private void kill(StoreLocation store, int kills, Random random) throws Exception {
    Path runs = folder.resolve("runs");
    try (Database database = Database.open(store)) {
      int killed = 0;
      for (int kill = 0; kill < kills; kill++) {
        queue(database, 1L + (long) kill * LETTERS);
        killed += killOnce(store, runs, random) == KILLED ? 1 : 0;
      }
      if (kills >= ENOUGH) {
        assertThat(killed).as("killed in the middle, of " + kills).isGreaterThan(kills / 2);
      }
      RunOutcome outcome;
      do {
        outcome =
            PrintRunProgram.runs(database, runs, step -> {})
                .make(PrintRunProgram.REQUEST, Actor.PROGRAM, (done, all) -> {}, note -> {});
      } while (!(outcome instanceof RunOutcome.NothingQueued));
      Map<Long, String> found = PrintShop.check(database, runs);
      assertThat(found)
          .containsOnlyKeys(LongStream.rangeClosed(1, (long) kills * LETTERS).boxed().toList());
    }
  }

  /** Kills it after the first thing it says, never while it starts; returns its exit code. */
  private int killOnce(StoreLocation store, Path runs, Random random)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    int lines = 1 + random.nextInt(LINES - 1);
    int millis = random.nextInt(LONGEST_WAIT_MILLIS);
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PrintRunProgram.class.getName(),
                url(store),
                runs.toString())
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader said = program.inputReader()) {
      int heard = 0;
      while (heard < lines && said.readLine() != null) {
        heard++;
      }
      if (heard == lines) {
        program.waitFor(millis, TimeUnit.MILLISECONDS);
        program.destroyForcibly();
      }
      int code = program.waitFor();
      assertThat(code).as(Files.readString(errors)).isIn(0, KILLED);
      assertThat(heard).as("lines that it said").isPositive();
      return code;
    }
  }

  private static String url(StoreLocation store) {
    return switch (store) {
      case StoreLocation.SqliteFile file -> file.path().toString();
      case StoreLocation.PostgresUrl postgres -> postgres.url();
    };
  }

  private static void queue(Database database, long first) {
    List<LetterId> letters =
        LongStream.range(first, first + LETTERS).mapToObj(LetterId::new).toList();
    database.write(
        handle -> {
          letters.forEach(
              id ->
                  LetterShelf.put(
                      handle,
                      id,
                      PrintShop.letter(id.number(), "GB", "BT" + id.number() + " 1AA", 1)));
          Approved.put(handle, letters);
          return letters;
        });
    new PaperQueue(database, InstantSource.system()).queue(letters, Actor.PROGRAM, outcome -> {});
  }
}
