package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.SampleLetters;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.RudeServer.Pause;
import org.regards.mail.SmtpPostbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;
import org.regards.store.MortalPostgres;
import org.regards.store.SilentProxy;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

/** A store that goes away while letters are on their way: no dot without a record. */
class LostStoreTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final int MANY = 300;

  @TempDir Path folder;

  private final RudeServer server = new RudeServer();
  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private Instant now = Instant.parse("2026-11-02T09:30:00Z");

  @AfterEach
  void close() {
    sender.shutdownNow();
    server.close();
  }

  @Test
  void sendsNoDotWhenPostgresDiesAndGoesOnWhenItIsBack() throws Exception {
    try (MortalPostgres postgres = new MortalPostgres(folder.resolve("postgres"));
        Database database = Database.open(postgres.store())) {
      given(database, L12);
      Pause pause = server.pausesAt(Moment.RCPT);
      Future<List<String>> sending = sender.submit(() -> send(database, L12));
      pause.await();
      postgres.kill();
      pause.end();
      assertThatThrownBy(sending::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessage(
              "The store %s cannot be reached. Check that the server runs, and host, port and database in the URL."
                  .formatted(postgres.store()));
      assertThat(server.messages()).isEmpty();

      server.isPoliteAgain();
      postgres.startAgain();
      now = now.plus(Duration.ofHours(1));
      assertThat(send(database, L12)).singleElement().asString().startsWith("L-12 was accepted");
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void goesOnWhenPostgresWasStartedAgainBetweenTwoGroups() throws Exception {
    try (MortalPostgres postgres = new MortalPostgres(folder.resolve("postgres"));
        Database database = Database.open(postgres.store())) {
      given(database, L12);
      Pause pause = server.pausesAt(Moment.RCPT);
      Future<List<String>> sending = sender.submit(() -> send(database, L12));
      pause.await();
      postgres.kill();
      postgres.startAgain();
      pause.end();
      assertThat(sending.get(1, TimeUnit.MINUTES))
          .singleElement()
          .asString()
          .startsWith("L-12 was accepted");
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void sendsNoDotWhenPostgresFallsSilentAndGoesOnWhenItSpeaksAgain() throws Exception {
    StoreLocation behind = TestStores.postgres();
    try (SilentProxy proxy = new SilentProxy(behind)) {
      StoreLocation store = proxy.of(behind, 1);
      try (Database database = Database.open(store)) {
        given(database, L12);
        assertThatThrownBy(() -> sendWhile(database, proxy::fallSilent))
            .isInstanceOf(ExecutionException.class)
            .cause()
            .hasMessage(
                "The store %s cannot be reached. Check that the server runs, and host, port and database in the URL."
                    .formatted(store));
        assertThat(server.messages()).isEmpty();

        proxy.speakAgain();
        server.isPoliteAgain();
        now = now.plus(Duration.ofHours(1));
        assertThat(send(database, L12)).singleElement().asString().startsWith("L-12 was accepted");
      }
    }
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void keepsWhatDoesNotFitOnTheDiskAndSendsNothingTwice() {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      LetterId[] letters =
          LongStream.rangeClosed(1, MANY).mapToObj(LetterId::new).toArray(LetterId[]::new);
      given(database, letters);
      limit(database, false);
      assertThatThrownBy(() -> send(database, letters))
          .hasMessage(
              "There is no room left for the store %s/regards.db: nothing of this step was kept. Free some space, then try again."
                  .formatted(folder));
      limit(database, true);
      now = now.plus(Duration.ofHours(1));
      assertThat(send(database, letters)).hasSize(MANY);
      assertThat(server.messages()).hasSize(MANY);
    }
  }

  @Test
  void sendsNoDotWhenTheFileIsRemovedAndGoesOnWhenItIsBack() throws Exception {
    Path store = folder.resolve("regards.db");
    Path attic = Files.createDirectory(folder.resolve("attic"));
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      given(database, L12);
      assertThatThrownBy(() -> sendWhile(database, () -> move(store, attic)))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessage(gone(store));
    }
    assertThat(store).doesNotExist();
    assertThat(server.messages()).isEmpty();
    assertGoesOn(attic.resolve("regards.db"));
  }

  @Test
  void sendsNoDotWhenAnotherFileTakesItsPlace() throws Exception {
    Path store = folder.resolve("regards.db");
    Path attic = Files.createDirectory(folder.resolve("attic"));
    Path other = Files.createDirectory(folder.resolve("other"));
    TestStores.sqlite(other);
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      given(database, L12);
      assertThatThrownBy(
              () ->
                  sendWhile(
                      database,
                      () -> {
                        move(store, attic);
                        move(other.resolve("regards.db"), folder);
                      }))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessage(gone(store));
    }
    assertThat(server.messages()).isEmpty();
    assertGoesOn(attic.resolve("regards.db"));
  }

  private static String gone(Path store) {
    return "The store %s is not there any more: it was removed, renamed or replaced while the program had it open. Nothing more is written or sent. Put it back, then try again."
        .formatted(store);
  }

  private interface Mischief {
    void happens() throws IOException;
  }

  /** What happens does so when the server has been told whom the letter is for. */
  private void sendWhile(Database database, Mischief mischief) throws Exception {
    Pause pause = server.pausesAt(Moment.RCPT);
    Future<List<String>> sending = sender.submit(() -> send(database, L12));
    pause.await();
    mischief.happens();
    pause.end();
    sending.get(1, TimeUnit.MINUTES);
  }

  /** With the log that belongs to it. */
  private static void move(Path store, Path folder) throws IOException {
    for (String ending : List.of("", "-wal", "-shm")) {
      Path file = Path.of(store + ending);
      if (Files.exists(file)) {
        Files.move(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void assertGoesOn(Path store) {
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(1));
    try (Database database = Database.open(StoreLocation.of(store.toString()))) {
      assertThat(send(database, L12)).singleElement().asString().startsWith("L-12 was accepted");
    }
    assertThat(server.messages()).hasSize(1);
  }

  private static void limit(Database database, boolean roomy) {
    database.write(
        handle -> {
          long pages = handle.createQuery("PRAGMA page_count").mapTo(Long.class).one();
          return handle.execute("PRAGMA max_page_count = " + (roomy ? 100 * pages : pages));
        });
  }

  private static void given(Database database, LetterId... letters) {
    for (LetterId letter : letters) {
      LetterShelf.put(database, letter, SampleLetters.thankYou());
      Approved.put(database, letter);
    }
  }

  private List<String> send(Database database, LetterId... ids) {
    List<String> told = new ArrayList<>();
    new Outbox(
            database,
            id -> LetterShelf.get(database, id),
            () -> new PostLines(() -> new SmtpPostbox(server.address()), 1, true),
            Rules::plain, // alone: nobody waits until the one that failed is taken for dead
            () -> new PdfPrinter(Stationery.blank(), Fonts.builtIn()),
            folder,
            () -> now)
        .send(List.of(ids), JO, outcome -> told.add(outcome.message()));
    return told;
  }
}
