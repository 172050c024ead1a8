package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.regards.mail.SendingLimits;
import org.regards.mail.SmtpPostbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** What the outbox makes of limits, quiet hours, retries and a clock that jumps. */
class TempoTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);
  private static final RecipientZones LONDON =
      new RecipientZones(List.of(ZoneId.of("Europe/London")));

  @TempDir Path folder;

  private final RudeServer server = new RudeServer();
  private Instant now = Instant.parse("2026-11-02T22:30:00Z");
  private Database database;
  private Tempo tempo = Tempo.FREE;

  @BeforeEach
  void open() {
    database = Database.open(TestStores.sqlite(folder));
    for (LetterId id : List.of(L12, L13)) {
      LetterShelf.put(database, id, SampleLetters.thankYou());
      Approved.put(database, id);
    }
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  @Test
  void keepsALetterUntilItIsNotQuietAnyMore() {
    tempo =
        new Tempo(
            PaceLimits.NONE,
            new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0), Set.of()),
            LONDON);
    assertThat(send(L12))
        .containsExactly(
            "L-12 waits in the outbox: it is quiet until Tuesday 08:00 in London (send it now"
                + " with --now). It goes on 3 November 2026 at 08:00 UTC, by regards send or"
                + " regards send --watch.");
    assertThat(server.messages()).isEmpty();
    now = Instant.parse("2026-11-03T08:00:00Z");
    assertThat(send(L12)).singleElement().asString().startsWith("L-12 was accepted by");
  }

  @Test
  void stopsAtTheLimitOfTheDayAndSaysWhenItGoesOn() {
    tempo =
        new Tempo(
            new PaceLimits(
                new SendingLimits(OptionalInt.empty(), OptionalInt.of(1), 1),
                OptionalInt.empty(),
                OptionalInt.empty()),
            QuietHours.NONE,
            LONDON);
    List<String> told = send(L12, L13);
    assertThat(told.getFirst()).startsWith("L-12 was accepted by");
    assertThat(told.getLast())
        .isEqualTo(
            "L-13 waits in the outbox: the limit of 1 email a day is reached. It goes on 3"
                + " November 2026 at 22:30 UTC, by regards send or regards send --watch.");
    now = now.plus(Duration.ofHours(24));
    assertThat(send(L13)).singleElement().asString().startsWith("L-13 was accepted by");
  }

  @Test
  void triesAgainAfterHalfAnHour() {
    server.answers(Moment.RCPT, "451 4.3.0 try later");
    assertThat(send(L12))
        .singleElement()
        .asString()
        .startsWith("L-12 was not taken by the mail server now: 451 4.3.0 try later. It is due")
        .contains("2 November 2026 at 23:00 UTC");
  }

  @Test
  void givesUpAfterFiveDaysAndKeepsTheLetter() {
    server.answers(Moment.RCPT, "451 4.3.0 try later");
    send(L12);
    now = now.plus(Duration.ofHours(1));
    send(L12);
    now = now.plus(Duration.ofDays(6));
    assertThat(send(L12))
        .containsExactly(
            "L-12 was given up. No server took it for 5 days. It said last: 451 4.3.0 try later."
                + " Compose it with --channel print, or compose it again.");
    assertThat(LetterShelf.get(database, L12).letter()).isEqualTo(SampleLetters.thankYou());
  }

  @Test
  void givesNothingUpWhenTheClockJumps() {
    server.answers(Moment.RCPT, "451 4.3.0 try later");
    send(L12);
    Instant before = now;
    now = now.plus(Duration.ofDays(1000));
    assertThat(send(L12)).singleElement().asString().contains("It is due again on");
    now = before.plus(Duration.ofMinutes(1));
    server.isPoliteAgain();
    send(L13); // whoever works on the outbox mends what a wrong clock put off
    assertThat(due(L12)).isEqualTo(now);
    assertThat(send(L12)).singleElement().asString().startsWith("L-12 was accepted by");
  }

  private Instant due(LetterId id) {
    return database.read(
        handle ->
            Instant.parse(
                handle
                    .createQuery("SELECT due_at FROM delivery WHERE letter = :letter")
                    .bind("letter", id.number())
                    .mapTo(String.class)
                    .one()));
  }

  private List<String> send(LetterId... ids) {
    List<String> told = new ArrayList<>();
    new Outbox(
            database,
            id -> LetterShelf.get(database, id),
            () -> new PostLines(() -> new SmtpPostbox(server.address()), 1, true),
            () -> tempo,
            WorkerRules.USUAL.withGap(Duration.ZERO),
            () -> new PdfPrinter(Stationery.blank(), Fonts.builtIn()),
            folder,
            () -> now)
        .send(List.of(ids), JO, outcome -> told.add(outcome.message()));
    return told;
  }
}
