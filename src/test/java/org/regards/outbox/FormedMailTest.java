package org.regards.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
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
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.letter.FilesToAttach;
import org.regards.letter.LetterFiles;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.Recipient;
import org.regards.letter.Revision;
import org.regards.letter.SampleLetters;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.SmtpPostbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** What a letter looks like that came through the outbox. */
class FormedMailTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
  private static final PdfPrinter PRINTER = new PdfPrinter(Stationery.blank(), Fonts.builtIn());

  /** After a move of the business. */
  private static final Stationery MOVED =
      new Stationery("Orchard", List.of("2 New Street"), "GB", "", "", "");

  @TempDir Path folder;
  private final RudeServer server = new RudeServer();
  private Database database;
  private LetterFiles files;
  private PdfPrinter printer = PRINTER;
  private Instant now = NOW;

  @BeforeEach
  void open() {
    database = Database.open(TestStores.sqlite(folder));
    files = new LetterFiles(database, () -> NOW, FilesToAttach.USUAL_LIMIT);
    LetterShelf.put(database, L12, SampleLetters.thankYou());
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  @Test
  void bringsTheFilesAndItselfAsAPdf() throws Exception {
    Files.write(folder.resolve("Bestätigung.pdf"), "%PDF-1.7".getBytes(US_ASCII));
    attach(true, "Bestätigung.pdf");
    send();
    MimeMultipart parts = parts();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
    BodyPart letter = parts.getBodyPart(1);
    assertThat(letter.getFileName()).isEqualTo("Letter 2026-11-02.pdf");
    assertThat(letter.getContentType()).startsWith("application/pdf");
    assertThat(letter.getInputStream().readNBytes(5)).isEqualTo("%PDF-".getBytes(US_ASCII));
    BodyPart file = parts.getBodyPart(2);
    assertThat(file.getFileName()).isEqualTo("Bestätigung.pdf");
    assertThat(file.getInputStream().readAllBytes()).isEqualTo("%PDF-1.7".getBytes(US_ASCII));
  }

  @Test
  void sendsTheFilesThatWereApprovedWhateverLiesOnTheDiskLater() throws Exception {
    Files.writeString(folder.resolve("terms.txt"), "as approved");
    attach(false, "terms.txt");
    Files.writeString(folder.resolve("terms.txt"), "as changed later");
    send();
    assertThat(parts().getBodyPart(1).getInputStream().readAllBytes())
        .isEqualTo("as approved".getBytes(US_ASCII));
  }

  @Test
  void sendsTheSameBytesAgain() throws Exception {
    Files.write(folder.resolve("photo.png"), new byte[100_000]);
    attach(true, "photo.png");
    server.cutsAt(Moment.DATA);
    send();
    server.isPoliteAgain();
    send();
    String first = server.messages().getFirst();
    assertThat(first).contains("photo.png");

    Database other = Database.open(TestStores.sqlite(Files.createDirectory(folder.resolve("b"))));
    LetterShelf.put(other, L12, SampleLetters.thankYou());
    database.close();
    database = other;
    files = new LetterFiles(database, () -> NOW, FilesToAttach.USUAL_LIMIT);
    attach(true, "photo.png");
    send();
    assertThat(server.messages().getLast()).isEqualTo(first);
  }

  @Test
  void sendsWhatNobodyGotWithTheStationeryOfToday() throws Exception {
    files.change(L12, new LetterFiles.Change(List.of(), List.of(), true), JO);
    server.cutsAt(Moment.DATA);
    assertThat(send(L12)).isInstanceOf(SendOutcome.Deferred.class);
    server.isPoliteAgain();
    printer = new PdfPrinter(MOVED, Fonts.builtIn());
    assertThat(send(L12)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void doesNotSendAgainWithAnotherPdfWhatMayHaveArrived() throws Exception {
    files.change(L12, new LetterFiles.Change(List.of(), List.of(), true), JO);
    server.cutsAt(Moment.DOT);
    assertThat(send(L12)).isInstanceOf(SendOutcome.SentAgain.class);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(1));
    printer = new PdfPrinter(MOVED, Fonts.builtIn());
    assertThat(sendDue())
        .isEqualTo(
            "L-12 was not sent: its PDF would be another one than that which may have arrived,"
                + " since the stationery or this program was changed. Put the stationery back and"
                + " send it again, or say what you find: regards outbox resolve L-12 --delivered"
                + " --as STAFF, or --resend, which sends it as it is now");
    assertThat(server.messages()).hasSize(1);
    SmtpPostbox unused = new SmtpPostbox(server.address());
    assertThat(outbox(unused).resolveByResending(L12, JO)).isInstanceOf(DeskOutcome.Done.class);
    assertThat(sendDue()).startsWith("L-12 was accepted");
    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void sendsTheSamePdfOnceMoreThatMayHaveArrived() throws Exception {
    files.change(L12, new LetterFiles.Change(List.of(), List.of(), true), JO);
    server.cutsAt(Moment.DOT);
    assertThat(send(L12)).isInstanceOf(SendOutcome.SentAgain.class);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(1));
    assertThat(sendDue()).startsWith("L-12 was accepted");
    assertThat(server.messages().getFirst()).isEqualTo(server.messages().getLast());
  }

  @Test
  void answersTheCustomersOwnEmail() throws Exception {
    database.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO case_file (id, customer, opened, about, asked, fault, state)
              VALUES ('K-1', 'C-1017', '2026-10-20', '', '', 'ours', 'open')
              """);
          handle.execute(
              """
              INSERT INTO interaction (id, customer, happened_at, channel, direction, subject,
                                       message, tags, message_id, minutes)
              VALUES ('I-1', 'C-1017', '2026-10-20T08:00:00.000Z', 'email', 'in', '', '', '',
                      '<one@mail.example>', 0)
              """);
          return handle.execute("UPDATE letter SET case_id = 'K-1' WHERE id = 12");
        });
    send();
    assertThat(parsed().getHeader("In-Reply-To", null)).isEqualTo("<one@mail.example>");
    assertThat(parsed().getHeader("References", null)).isEqualTo("<one@mail.example>");
  }

  @Test
  void writesADomainOfAnyScriptInAscii() throws Exception {
    LetterShelf.put(
        database, L13, SampleLetters.of(LetterType.THANK_YOU, living("tomoko@bücher.example")));
    assertThat(send(L13)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(server.commands())
        .anyMatch(command -> command.startsWith("RCPT TO:<tomoko@xn--bcher-kva.example>"));
    assertThat(parsed().getHeader("To", null))
        .isEqualTo("Ms Tomoko Arai <tomoko@xn--bcher-kva.example>");
  }

  @Test
  void offersPaperForANameThatMailServersDoNotTake() {
    LetterShelf.put(
        database, L13, SampleLetters.of(LetterType.THANK_YOU, living("tomokö@mail.example")));
    assertThat(send(L13).message())
        .isEqualTo(
            "L-13 was not sent: customer/C-1017.email has letters before the @ that mail servers do"
                + " not take; correct it and compose the letter again, or compose it"
                + " with --channel print.");
    assertThat(server.commands()).isEmpty();
  }

  @Test
  void makesAPdfForSomebodyWhoseAddressNobodyKnows() throws Exception {
    Recipient tomoko = SampleLetters.TOMOKO;
    PostalAddress nowhere = new PostalAddress("", "", "", "", "");
    LetterShelf.put(
        database,
        L13,
        SampleLetters.of(
            LetterType.THANK_YOU,
            new Recipient(
                tomoko.customer(), tomoko.name(), tomoko.organisation(), nowhere, tomoko.email())));
    files.change(L13, new LetterFiles.Change(List.of(), List.of(), true), JO);
    assertThat(send(L13)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(parts().getBodyPart(1).getFileName()).isEqualTo("Letter 2026-11-02.pdf");
  }

  private static Recipient living(String email) {
    Recipient tomoko = SampleLetters.TOMOKO;
    return new Recipient(
        tomoko.customer(), tomoko.name(), tomoko.organisation(), tomoko.address(), email);
  }

  private void attach(boolean pdf, String name) {
    FilesToAttach.Read read =
        (FilesToAttach.Read)
            FilesToAttach.read(List.of(folder.resolve(name)), FilesToAttach.USUAL_LIMIT);
    assertThat(files.change(L12, new LetterFiles.Change(read.files(), List.of(), pdf), JO))
        .isInstanceOf(Revision.Revised.class);
  }

  private void send() {
    send(L12);
  }

  private SendOutcome send(LetterId letter) {
    Approved.put(database, letter);
    List<SendOutcome> told = new ArrayList<>();
    try (SmtpPostbox postbox = new SmtpPostbox(server.address())) {
      outbox(postbox).send(List.of(letter), JO, told::add);
    }
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private String sendDue() {
    List<String> told = new ArrayList<>();
    try (SmtpPostbox postbox = new SmtpPostbox(server.address())) {
      outbox(postbox).sendDue(JO, outcome -> told.add(outcome.message()));
    }
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private Outbox outbox(SmtpPostbox postbox) {
    return new Outbox(
        database,
        id -> LetterShelf.get(database, id),
        () -> postbox,
        () -> printer,
        folder.resolve("out"),
        () -> now);
  }

  private MimeMultipart parts() throws Exception {
    return (MimeMultipart) parsed().getContent();
  }

  private MimeMessage parsed() throws Exception {
    return new MimeMessage(
        (Session) null, new ByteArrayInputStream(server.messages().getFirst().getBytes(US_ASCII)));
  }
}
