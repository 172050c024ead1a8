package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.customer.CustomerId;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.store.Database;
import org.regards.store.MortalPostgres;
import org.regards.store.Row;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

/**
 * Programs that send are killed at random moments and started again until all is settled: no letter
 * is lost, none of those that must not arrive twice does, and no more are in doubt than connections
 * were cut. {@code -Dregards.send.letters=5000 -Dregards.send.kills=100} for the full size.
 */
final class SendKillTest {
  private static final int LETTERS = Integer.getInteger("regards.send.letters", 240);
  private static final int KILLS = Integer.getInteger("regards.send.kills", 4);
  private static final int CONNECTIONS = 3;
  private static final int GROUP = 500;

  /** The exit code of a program that SIGKILL ended: 128 and the number of the signal. */
  private static final int KILLED = 137;

  private static final Duration LOOK = Duration.ofMillis(1);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

  private static final List<LetterType> TYPES =
      List.of(
          LetterType.COOLING_OFF,
          LetterType.THANK_YOU,
          LetterType.FAREWELL,
          LetterType.EXPLANATION,
          LetterType.COMPROMISE,
          LetterType.EDUCATE);

  @TempDir private Path folder;

  private final CountingServer server = new CountingServer();
  private int killed;

  @Test
  void losesNoLetterAndDoublesNoneOnSqlite() throws Exception {
    StoreLocation store = TestStores.sqlite(folder);
    try (Database database = Database.open(store)) {
      shelve(database);
      Random random = new Random(20_261_122);
      for (int kill = 0; kill < KILLS; kill++) {
        Process program = start(store, "");
        waitForMore(quota(random, KILLS - kill), program);
        stop(program, random);
      }
      finish(start(store, ""));
      assertThat(killed).as("killed in the middle").isGreaterThan(KILLS / 2);
      check(database, KILLS, "SQLite");
    }
  }

  @Test
  void losesNoLetterAndDoublesNoneWithTwoWorkersOnPostgres() throws Exception {
    StoreLocation store = TestStores.postgres();
    try (Database database = Database.open(store)) {
      shelve(database);
      Random random = new Random(20_261_123);
      List<Process> programs = new ArrayList<>(List.of(start(store, ""), start(store, "")));
      for (int kill = 0; kill < KILLS; kill++) {
        int one = random.nextInt(programs.size());
        waitForMore(quota(random, KILLS - kill), programs.get(one));
        stop(programs.get(one), random);
        // Some seem to be on a machine of their own: the other must wait until their lease is over.
        programs.set(one, start(store, random.nextInt(4) == 0 ? "attic-" + kill : ""));
      }
      for (Process program : programs) {
        finish(program);
      }
      assertThat(killed).as("killed in the middle").isGreaterThan(KILLS / 2);
      check(database, KILLS, "two workers on PostgreSQL");
    }
  }

  @Test
  void losesNoLetterAndDoublesNoneWhenPostgresIsKilled() throws Exception {
    int kills = Math.max(1, KILLS / 4);
    try (MortalPostgres postgres = new MortalPostgres(folder.resolve("postgres"))) {
      StoreLocation store = postgres.store();
      try (Database database = Database.open(store)) {
        shelve(database);
      }
      Random random = new Random(20_261_124);
      List<Process> programs = new ArrayList<>(List.of(start(store, ""), start(store, "")));
      for (int kill = 0; kill < kills; kill++) {
        waitForMore(quota(random, kills - kill), programs.getFirst());
        postgres.kill();
        for (Process program : programs) {
          assertThat(exitCode(program))
              .as("its end, after saying %s", Files.readString(errors()))
              .isIn(0, SendProgram.STORE_AWAY);
        }
        postgres.startAgain();
        programs.replaceAll(ended -> start(store, ""));
      }
      for (Process program : programs) {
        finish(program);
      }
      try (Database database = Database.open(store)) {
        check(database, kills * 2, "PostgreSQL killed");
      }
    }
  }

  /** So many letters that those which remain last for the kills that remain. */
  private int quota(Random random, int kills) {
    int rest = Math.max(0, LETTERS - server.arrived());
    return random.nextInt(1 + Math.max(1, rest * 3 / 2 / (kills + 1)));
  }

  private void waitForMore(int letters, Process program) {
    int enough = server.arrived() + letters;
    long until = System.nanoTime() + LONGEST_LIFE.toNanos();
    while (server.arrived() < enough && program.isAlive() && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private void stop(Process program, Random random) throws InterruptedException, IOException {
    program.waitFor(random.nextInt(4_000), TimeUnit.MICROSECONDS);
    program.destroyForcibly();
    int code = program.waitFor();
    assertThat(code).as("its end, after saying %s", Files.readString(errors())).isIn(0, KILLED);
    killed += code == KILLED ? 1 : 0;
  }

  private void finish(Process program) throws InterruptedException, IOException {
    assertThat(exitCode(program)).as(Files.readString(errors())).isZero();
  }

  private static int exitCode(Process program) throws InterruptedException {
    if (!program.waitFor(LONGEST_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
      program.destroyForcibly();
    }
    return program.waitFor();
  }

  private Path errors() {
    return folder.resolve("errors.txt");
  }

  private Process start(StoreLocation store, String machine) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xshare:auto",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              SendProgram.class.getName(),
              url(store),
              String.valueOf(server.address().port()),
              folder.resolve("letters-out").toString(),
              String.valueOf(CONNECTIONS),
              machine)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(errors().toFile()))
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String url(StoreLocation store) {
    return switch (store) {
      case StoreLocation.SqliteFile file -> file.path().toString();
      case StoreLocation.PostgresUrl postgres -> postgres.url();
    };
  }

  private static void shelve(Database database) {
    for (long first = 1; first <= LETTERS; first += GROUP) {
      List<LetterId> ids =
          LongStream.range(first, Math.min(first + GROUP, LETTERS + 1))
              .mapToObj(LetterId::new)
              .toList();
      database.write(
          handle -> {
            ids.forEach(id -> LetterShelf.put(handle, id, letter(id.number(), type(id.number()))));
            Approved.put(handle, ids);
            return ids;
          });
    }
  }

  /** To a customer of its own. */
  static Letter letter(long number, LetterType type) {
    Letter sample =
        SampleLetters.thankYou(
            new Recipient(
                new CustomerId("C-" + number),
                "Alma Person",
                "",
                SampleLetters.BELFAST,
                address(number)),
            SampleLetters.MARA,
            LetterChannel.EMAIL);
    LetterHead head = sample.head();
    return new Letter(
        new LetterHead(
            type,
            head.language(),
            head.channel(),
            head.caseId(),
            head.date(),
            head.recipient(),
            head.signatory()),
        sample.subject(),
        sample.parts());
  }

  private static LetterType type(long number) {
    return TYPES.get((int) (number % TYPES.size()));
  }

  private static String address(long number) {
    String domain =
        switch ((int) (number % 50)) {
          case 7 -> "refused";
          case 17, 27 -> "later";
          case 33 -> "cut";
          default -> "mail";
        };
    return "p%d@%s.example".formatted(number, domain);
  }

  private record Ended(long letter, DeliveryState state, String messageId) {}

  private void check(Database database, int deaths, String where) {
    List<Ended> all =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT letter, state, message_id FROM delivery ORDER BY letter")
                    .map(
                        Row.as(
                            row ->
                                new Ended(
                                    row.bigNumber("letter"),
                                    DeliveryState.of(row.text("state")),
                                    row.text("message_id"))))
                    .list());
    assertThat(all.stream().map(Ended::letter))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, LETTERS).boxed().toList());
    int doubles = 0;
    int inDoubt = 0;
    for (Ended one : all) {
      List<String> arrived = server.at(address(one.letter()));
      if (Doubt.isForAPerson(type(one.letter()))) {
        assertThat(arrived).as("arrivals of %s", one).hasSizeLessThanOrEqualTo(1);
      }
      assertThat(arrived).as("Message-IDs of %s", one).allMatch(one.messageId()::equals);
      switch (one.state()) {
        case ACCEPTED -> assertThat(arrived).as("%s", one).isNotEmpty();
        case REFUSED -> {
          assertThat(arrived).as("%s", one).isEmpty();
          assertThat(address(one.letter())).contains("refused");
        }
        case IN_DOUBT -> inDoubt++;
        default -> assertThat(one.state()).as("%s", one).isEqualTo(DeliveryState.ACCEPTED);
      }
      doubles += Math.max(0, arrived.size() - 1);
    }
    int cuts = server.cuts();
    assertThat(inDoubt).isLessThanOrEqualTo(deaths * CONNECTIONS + cuts);
    System.out.printf(
        "%s: %d letters, %d kills, %d arrivals, %d twice, %d in doubt (%d cut by the server)%n",
        where, LETTERS, deaths, server.arrived(), doubles, inDoubt, cuts);
  }
}
