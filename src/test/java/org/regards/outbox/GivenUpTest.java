package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;
import org.regards.letter.SampleLetters;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.SmtpPostbox;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** Letters that no server takes, with the retries that a business has. */
class GivenUpTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final Instant FIRST = Instant.parse("2026-11-02T09:30:00Z");

  @TempDir Path folder;
  private final RudeServer gone = new RudeServer();
  private final RudeServer there = new RudeServer();
  private RudeServer server = gone;
  private Instant now = FIRST;
  private Database database;

  @BeforeEach
  void open() {
    gone.close();
    database = Database.open(TestStores.sqlite(folder));
  }

  @AfterEach
  void close() {
    there.close();
    database.close();
  }

  @Test
  void countsAServerThatIsAwayAsOneThatSaysLater() {
    given(LetterType.THANK_YOU);
    assertThat(send()).isInstanceOf(SendOutcome.ServerUnreachable.class);
    assertThat(tries()).isEqualTo("1 2026-11-02T09:30:00.000Z");
    now = FIRST.plus(Duration.ofDays(3));
    assertThat(send()).isInstanceOf(SendOutcome.ServerUnreachable.class);
    assertThat(tries()).isEqualTo("2 2026-11-02T09:30:00.000Z");
    now = FIRST.plus(Duration.ofDays(5));
    server = there;
    there.answers(Moment.RCPT, "451 4.3.0 try later");
    assertThat(send().message())
        .isEqualTo(
            "L-12 was given up. No server took it for 5 days. It said last: 451 4.3.0 try later."
                + " Compose it with --channel print, or compose it again.");
    assertThat(LetterShelf.get(database, L12).state()).isEqualTo(LetterState.DRAFT);
  }

  @Test
  void givesUpAPauseThatNoServerTookWithinADay() {
    given(LetterType.COOLING_OFF);
    assertThat(send()).isInstanceOf(SendOutcome.ServerUnreachable.class);
    server = there;
    there.answers(Moment.DOT, "451 4.3.0 try later");
    now = FIRST.plus(Duration.ofHours(12));
    assertThat(send()).isInstanceOf(SendOutcome.Deferred.class);
    now = FIRST.plus(Duration.ofHours(23));
    assertThat(send())
        .isEqualTo(
            new SendOutcome.Deferred(L12, "451 4.3.0 try later", FIRST.plus(Duration.ofHours(24))));
    now = FIRST.plus(Duration.ofHours(24));
    assertThat(send().message())
        .startsWith("L-12 was given up. No server took it for 24 hours. It said last: 451");
    assertThat(LetterShelf.get(database, L12).state()).isEqualTo(LetterState.DRAFT);
    assertThat(pauses()).isZero();

    there.isPoliteAgain();
    now = FIRST.plus(Duration.ofHours(25));
    assertThat(send()).isInstanceOf(SendOutcome.RefusedByServer.class);
    assertThat(there.messages()).hasSize(3);
  }

  private void given(LetterType type) {
    LetterShelf.put(database, L12, SampleLetters.of(type));
    Approved.put(database, L12);
  }

  private SendOutcome send() {
    List<SendOutcome> told = new ArrayList<>();
    new Outbox(
            database,
            id -> LetterShelf.get(database, id),
            () -> new PostLines(() -> new SmtpPostbox(server.address()), 1, true),
            () -> Rules.of(Tempo.FREE),
            () -> PrintShop.PRINTER,
            folder.resolve("out"),
            () -> now)
        .send(List.of(L12), JO, told::add);
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private String tries() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT tries || ' ' || first_tried_at FROM delivery")
                .mapTo(String.class)
                .one());
  }

  private int pauses() {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM hold").mapTo(Integer.class).one());
  }
}
