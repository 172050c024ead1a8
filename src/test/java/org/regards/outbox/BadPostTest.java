package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.mail.BadPosts;
import org.regards.mail.Postbox;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.SmtpPostbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** A clear word for each thing that goes wrong, and the letter is still there. */
class BadPostTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

  @TempDir Path folder;

  private final RudeServer server = new RudeServer();
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(TestStores.sqlite(folder));
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  @Test
  void saysThatThereIsNoServer() {
    server.close();
    assertThat(send(() -> new SmtpPostbox(server.address())))
        .isEqualTo(
            "L-12 waits. No mail server answers at %s: check smtp.host and smtp.port, and whether the server runs. Then send it again: regards send L-12"
                .formatted(server.address()));
    assertWaits("deferred");
  }

  @Test
  void saysThatNoNameServerAnswers() {
    assertThat(send(BadPosts::withoutNameServers))
        .isEqualTo(
            "L-12 waits. The name servers of this machine did not say in time where"
                + " smtp.orchard.example is: check the network, then try again. Then send it again:"
                + " regards send L-12");
    assertWaits("deferred");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    server.offers("AUTH PLAIN").answers(Moment.AUTH, "535 5.7.8 bad credentials");
    assertThat(send(() -> BadPosts.withPassword(server)))
        .isEqualTo(
            "L-12 waits: all email stands still. The mail server %s did not accept the user name and password: check smtp.user and REGARDS_SMTP_PASSWORD. It said: 5.7.8 bad credentials. Then send again: regards send L-12"
                .formatted(server.address()));
    assertWaits("queued");
  }

  @Test
  void saysThatTheCertificateHasExpired() throws Exception {
    try (BadPosts.Encrypted expired = BadPosts.encrypted(folder, "expired")) {
      assertThat(send(expired::postbox))
          .isEqualTo(
              "L-12 waits. The certificate of the mail server %s is out of date, so nothing was sent: its operator must renew it (or this machine's clock is wrong). Then send it again: regards send L-12"
                  .formatted(expired.server().address()));
    }
    assertWaits("deferred");
  }

  @Test
  void saysThatTheCertificateIsOfAnotherHost() throws Exception {
    try (BadPosts.Encrypted misnamed = BadPosts.encrypted(folder, "misnamed")) {
      assertThat(send(misnamed::postbox))
          .isEqualTo(
              "L-12 waits. The certificate of the mail server %s is made out to another name, so nothing was sent: set smtp.host to the name its operator gives. Then send it again: regards send L-12"
                  .formatted(misnamed.server().address()));
    }
    assertWaits("deferred");
  }

  @Test
  void triesAFullMailboxAgainLater() {
    server.answers(Moment.RCPT, "452 4.2.2 mailbox full");
    assertThat(send())
        .isEqualTo(
            "L-12 was not taken by the mail server now: 452 4.2.2 mailbox full. It is due again on"
                + " 2 November 2026 at 13:30 UTC (regards send); or send it again at once: regards"
                + " send L-12");
    assertWaits("deferred");
  }

  @Test
  void saysThatAnAddressIsNone() {
    Letter letter = to("tomoko arai@mail.example");
    assertThat(send(() -> new SmtpPostbox(server.address()), letter))
        .isEqualTo(
            "L-12 was not sent: customer/C-1017.email is not an address that mail can be delivered"
                + " to; correct it and compose the letter again, or compose it with --channel"
                + " print.");
    assertThat(LetterShelf.get(database, L12).letter()).isEqualTo(letter);
  }

  @Test
  void saysThatNobodyHasTheAddress() {
    server.answers(Moment.RCPT, "550 5.1.1 no such user");
    assertThat(send())
        .isEqualTo(
            "L-12 was refused by the mail server on 2 November 2026 at 09:30 UTC: 550 5.1.1 no such"
                + " user. Check customer/C-1017.email and compose it again, or compose it with"
                + " --channel print.");
    assertThat(LetterShelf.get(database, L12).letter()).isEqualTo(SampleLetters.thankYou());
  }

  @Test
  void doesNotSendWhatIsBiggerThanTheServerSays() {
    server.offers("SIZE 1000");
    Letter letter = SampleLetters.thankYou();
    String said = send(() -> new SmtpPostbox(server.address()), letter);
    assertThat(said)
        .matches(
            "L-12 is too big for the mail server of customer/C-1017\\.email: 552 5\\.3\\.4 the"
                + " message has [0-9,]+ bytes, and the server localhost:[0-9]+ takes 1,000\\. Send"
                + " it with fewer or smaller attachments, or compose it with --channel print\\.");
    assertThat(server.commands()).noneMatch(command -> command.startsWith("DATA"));
    assertThat(LetterShelf.get(database, L12).letter()).isEqualTo(letter);
  }

  @Test
  void saysWhenTheServerFindsItTooBigAtTheEnd() {
    server.answers(Moment.DOT, "552 5.3.4 message too big");
    assertThat(send())
        .isEqualTo(
            "L-12 is too big for the mail server of customer/C-1017.email: 552 5.3.4 message too"
                + " big. Send it with fewer or smaller attachments, or compose it with --channel"
                + " print.");
    assertThat(LetterShelf.get(database, L12).letter()).isEqualTo(SampleLetters.thankYou());
  }

  private static Letter to(String address) {
    return SampleLetters.thankYou(
        new Recipient(
            new CustomerId("C-1017"), "Ms Tomoko Arai", "", SampleLetters.BELFAST, address),
        SampleLetters.MARA,
        LetterChannel.EMAIL);
  }

  private void assertWaits(String state) {
    assertThat(LetterShelf.get(database, L12).letter()).isEqualTo(SampleLetters.thankYou());
    assertThat(
            database.<String>read(
                handle ->
                    handle
                        .createQuery("SELECT state FROM delivery WHERE letter = 12")
                        .mapTo(String.class)
                        .one()))
        .isEqualTo(state);
  }

  private String send() {
    return send(() -> new SmtpPostbox(server.address()));
  }

  private String send(Supplier<Postbox> postbox) {
    return send(postbox, SampleLetters.thankYou());
  }

  private String send(Supplier<Postbox> postbox, Letter letter) {
    LetterShelf.put(database, L12, letter);
    Approved.put(database, L12);
    List<String> told = new ArrayList<>();
    new Outbox(
            database,
            id -> LetterShelf.get(database, id),
            () -> new PostLines(postbox, 1, true),
            () -> Tempo.FREE,
            WorkerRules.USUAL.withGap(Duration.ZERO),
            () -> new PdfPrinter(Stationery.blank(), Fonts.builtIn()),
            folder,
            () -> NOW)
        .send(List.of(L12), JO, outcome -> told.add(outcome.message()));
    assertThat(told).hasSize(1);
    return told.getFirst();
  }
}
