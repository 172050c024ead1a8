package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.letter.AttachedFile;
import org.regards.letter.FilesToAttach;
import org.regards.letter.LetterFiles;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;
import org.regards.letter.Revision;
import org.regards.letter.SampleLetters;
import org.regards.mail.RudeServer;
import org.regards.mail.SmtpPostbox;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** Files of 30 MB, where the setting allows them. */
class LargeAttachmentTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
  private static final int SIZE = 30_000_000;
  private static final long ALLOWED = 40_000_000;
  private static final int CONNECTIONS = 4;

  /** Three quarters of what the launcher gives the program. */
  private static final String HEAP = "-Xmx384m";

  @TempDir Path folder;
  private Database database;
  private LetterFiles files;

  @BeforeEach
  void open() {
    database = Database.open(TestStores.sqlite(folder));
    files = new LetterFiles(database, () -> NOW, ALLOWED);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void saysBeforeAnyOfItIsSentThatTheServerTakesLess() throws IOException {
    try (RudeServer server = new RudeServer()) {
      server.offers("SIZE 26214400");
      LetterShelf.put(database, L12, SampleLetters.thankYou());
      attach(L12);
      Approved.put(database, L12);
      List<String> told = new ArrayList<>();
      new Outbox(
              database,
              id -> LetterShelf.get(database, id),
              () -> new PostLines(() -> new SmtpPostbox(server.address()), 1, true),
              Rules::plain,
              () -> PrintShop.PRINTER,
              folder.resolve("out"),
              () -> NOW)
          .send(List.of(L12), JO, outcome -> told.add(outcome.message()));
      assertThat(told)
          .singleElement()
          .asString()
          .matches(
              "L-12 is too big for the mail server of customer/C-1017\\.email: 552 5\\.3\\.4 the"
                  + " message has 41,0[0-9]{2},[0-9]{3} bytes, and the server localhost:[0-9]+"
                  + " takes 26,214,400\\. Send it with fewer or smaller attachments, or compose it"
                  + " with --channel print\\.");
      assertThat(server.commands()).noneMatch(command -> command.matches("(MAIL|DATA).*"));
    }
    assertThat(LetterShelf.get(database, L12).state()).isEqualTo(LetterState.DRAFT);
    assertThat(LetterShelf.get(database, L12).letter().head().attachments().files())
        .extracting(AttachedFile::size)
        .containsExactly((long) SIZE);
  }

  @Test
  void sendsThemOverAllConnectionsAtOnceWithTheMemoryThatTheProgramHas() throws Exception {
    List<LetterId> letters = new ArrayList<>();
    for (long number = 1; number <= CONNECTIONS + 1; number++) {
      LetterId id = new LetterId(number);
      LetterShelf.put(database, id, SendKillTest.letter(number, LetterType.THANK_YOU));
      attach(id);
      letters.add(id);
    }
    Approved.put(database, letters.toArray(LetterId[]::new));
    try (CountingServer server = new CountingServer()) {
      Process program = start(server);
      boolean ended = program.waitFor(2, TimeUnit.MINUTES);
      program.destroyForcibly();
      assertThat(ended).isTrue();
      assertThat(Files.readString(said())).isEqualTo("ready\n");
      assertThat(program.exitValue()).isZero();
      assertThat(server.arrived()).isEqualTo(letters.size());
    }
  }

  /** A file that no other letter has, so that letters share nothing. */
  private void attach(LetterId letter) throws IOException {
    byte[] bytes = new byte[SIZE];
    new Random(letter.number()).nextBytes(bytes);
    Path film = folder.resolve("film.mp4");
    Files.write(film, bytes);
    FilesToAttach.Read read = (FilesToAttach.Read) FilesToAttach.read(List.of(film), ALLOWED);
    assertThat(files.change(letter, new LetterFiles.Change(read.files(), List.of(), null), JO))
        .isInstanceOf(Revision.Revised.class);
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  private Process start(CountingServer server) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SendProgram.class.getName(),
            folder.resolve("regards.db").toString(),
            String.valueOf(server.address().port()),
            folder.resolve("letters-out").toString(),
            String.valueOf(CONNECTIONS),
            "")
        .redirectErrorStream(true)
        .redirectOutput(said().toFile())
        .start();
  }
}
