package org.regards.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.letter.Signatory;
import org.regards.mail.Mail;
import org.regards.mail.MailServer;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.MessageId;
import org.regards.mail.PostResult;
import org.regards.mail.Postbox;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.Sandbox;
import org.regards.mail.SmtpPostbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What an outbox does with whatever store. */
abstract class OutboxContract {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);
  private static final PdfPrinter PRINTER = new PdfPrinter(Stationery.blank(), Fonts.builtIn());

  @TempDir Path folder;

  private final RudeServer server = new RudeServer();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-02T09:30:00Z");
  private StoreLocation location;
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    location = emptyStore();
    database = Database.open(location);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    server.close();
    database.close();
  }

  @Test
  void sendsOnceAndOnlyOnce() {
    given(L12, SampleLetters.thankYou());
    String address = server.address().toString();

    assertThat(send(L12))
        .isEqualTo(new SendOutcome.Sent(L12, address, "250 2.0.0 queued as 4XYZ", null));
    assertThat(state(L12)).isEqualTo("accepted");
    assertThat(letterState(L12)).isEqualTo("done");

    now = now.plus(Duration.ofHours(1));
    assertThat(send(L12).message())
        .isEqualTo(
            "L-12 was accepted by the server "
                + address
                + " on 2 November 2026 at 09:30 UTC; it is not sent twice.");
    assertThat(server.messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
  void sendsTheSameBytesAgainWhenTheLineWasCutBeforeTheDot(String moment) {
    given(L12, SampleLetters.thankYou());
    server.cutsAt(Moment.valueOf(moment));
    assertThat(send(L12).message())
        .isEqualTo(
            "L-12 was not taken by the mail server now: the connection was lost. It is due again on"
                + " 2 November 2026 at 10:30 UTC (regards send); or send it again at once: regards"
                + " send L-12");
    assertThat(state(L12)).isEqualTo("deferred");
    assertThat(letterState(L12)).isEqualTo("queued");

    now = now.plus(Duration.ofHours(1));
    server.isPoliteAgain();
    assertThat(send(L12)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(server.messages()).hasSize(1);
    assertThat(server.messages().getFirst()).contains("Date: Mon, 2 Nov 2026 09:30:00 +0000\r\n");
  }

  @Test
  void knowsALetterByTheMessageThatCarriedIt() {
    given(L12, SampleLetters.thankYou());
    send(L12);
    MessageId sent =
        MessageId.in(server.messages().getFirst()).stream()
            .filter(MessageId::mayBeOurs)
            .findFirst()
            .orElseThrow();
    SentLetters letters = new SentLetters(database);
    assertThat(letters.find(sent)).contains(new SentLetters.Sent(L12, "tomoko.arai@mail.example"));
    assertThat(letters.find(new MessageId("<somebody@else.example>"))).isEmpty();
    assertThat(letters.find(new MessageId(""))).isEmpty();
  }

  @Test
  void keepsTheMessageIdOverRetriesAfterTheDot() {
    given(L12, SampleLetters.thankYou());
    server.answers(Moment.DOT, "451 4.3.0 try later");
    assertThat(send(L12))
        .isEqualTo(
            new SendOutcome.Deferred(L12, "451 4.3.0 try later", now.plus(Duration.ofHours(1))));
    now = now.plus(Duration.ofHours(1));
    server.isPoliteAgain();
    send(L12);
    assertThat(server.messages()).hasSize(2);
    assertThat(server.messages().get(0)).isEqualTo(server.messages().get(1));
  }

  @Test
  void doesNotAskAgainWhatTheServerRefusedForGood() {
    given(L12, SampleLetters.thankYou());
    server.answers(Moment.RCPT, "550 5.1.1 <tomoko.arai@mail.example> unknown");
    String refusal =
        "L-12 was refused by the mail server on 2 November 2026 at 09:30 UTC: 550 5.1.1 <…>"
            + " unknown. Check customer/C-1017.email and compose it again, or compose it with"
            + " --channel print.";
    assertThat(send(L12).message()).isEqualTo(refusal);
    assertThat(state(L12)).isEqualTo("refused");
    assertThat(letterState(L12)).isEqualTo("draft");
    server.isPoliteAgain();
    assertThat(send(L12).message()).isEqualTo(refusal);
    given(L13, SampleLetters.thankYou());
    assertThat(send(L13).message())
        .startsWith(
            "L-13 was not sent: L-12 did not arrive at this address of C-1017 on 2 November 2026:"
                + " nobody there has this address (5.1.1).");
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void leavesItToAPersonWhenTheAnswerToTheDotIsLost() {
    given(L12, SampleLetters.of(LetterType.COMPROMISE));
    server.cutsAt(Moment.DOT);
    SendOutcome.InDoubt doubt = (SendOutcome.InDoubt) send(L12);
    assertThat(doubt.message())
        .isEqualTo(
            "Nobody can know from here whether L-12 arrived: the connection to "
                + server.address()
                + " ended on 2 November 2026 at 09:30 UTC when the server had the whole message and"
                + " had not yet said that it took it. It is not sent again by itself. Ask the"
                + " customer, or look for the message "
                + doubt.messageId()
                + " in the mailbox of customer/C-1017.email or in the server's log; then say what"
                + " you found: regards outbox resolve L-12 --delivered --as STAFF, or --resend.");
    assertThat(state(L12)).isEqualTo("in-doubt");

    server.isPoliteAgain();
    now = now.plus(Duration.ofDays(1));
    assertThat(send(L12)).isEqualTo(doubt);
    assertThat(server.messages()).hasSize(1);
    assertThat(server.messages().getFirst()).contains(doubt.messageId());
  }

  @Test
  void beginsAgainAfterACrashBeforeTheDot() {
    given(L12, SampleLetters.thankYou());
    crash((mail, dot) -> {});
    assertThat(state(L12)).isEqualTo("queued");
    // Killed, it could not even give the letter back.
    database.write(handle -> handle.execute("UPDATE delivery SET state = 'sending', worker = 99"));
    reopen();
    assertThat(send(L12)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void isInDoubtAfterACrashAtTheDot() {
    given(L12, SampleLetters.of(LetterType.COMPROMISE));
    crash((mail, dot) -> dot.run());
    assertThat(state(L12)).isEqualTo("dot-sent");
    reopen();
    now = now.plus(Duration.ofHours(1));
    SendOutcome.InDoubt doubt = (SendOutcome.InDoubt) send(L12);
    assertThat(doubt.at()).isEqualTo(Instant.parse("2026-11-02T09:30:00Z"));
    assertThat(state(L12)).isEqualTo("in-doubt");
    assertThat(send(L12)).isEqualTo(doubt);
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void isInDoubtAfterACrashBeforeTheAnswerIsWrittenDown() {
    given(L12, SampleLetters.of(LetterType.COMPROMISE));
    SmtpPostbox postbox = smtp();
    crash((mail, dot) -> postbox.post(mail, "kept", dot));
    assertThat(server.messages()).hasSize(1);
    reopen();
    assertThat(send(L12)).isInstanceOf(SendOutcome.InDoubt.class);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void lateProgramDoesNotGetPastTheDot() {
    given(L12, SampleLetters.thankYou());
    SmtpPostbox slow = smtp();
    List<SendOutcome> quick = new ArrayList<>();
    Postbox overtaken =
        new TestPostbox() {
          @Override
          public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
            quick.add(send(L12));
            return slow.post(mail, keptName, beforeDot);
          }
        };
    assertThat(send(overtaken, L12).getFirst().message())
        .isEqualTo("L-12 was not sent: another program is sending it at this moment.");
    assertThat(quick).singleElement().isInstanceOf(SendOutcome.Sent.class);
    assertThat(state(L12)).isEqualTo("accepted");
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void programThatIsStillWaitingSettlesTheDoubtItself() {
    given(L12, SampleLetters.of(LetterType.COMPROMISE));
    SmtpPostbox slow = smtp();
    Postbox watched =
        new TestPostbox() {
          @Override
          public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
            PostResult result = slow.post(mail, keptName, beforeDot);
            assertThat(send(L12)).isInstanceOf(SendOutcome.InDoubt.class);
            return result;
          }
        };
    assertThat(send(watched, L12).getFirst()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(state(L12)).isEqualTo("accepted");
  }

  @Test
  void triesNoOtherLetterWhenNobodyAnswers() throws Exception {
    given(L12, SampleLetters.thankYou());
    given(L13, SampleLetters.thankYou());
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    SmtpPostbox nobody =
        keep(new SmtpPostbox(new MailServer("localhost", free, Encryption.NONE, null)));
    String reason =
        "No mail server answers at localhost:"
            + free
            + ": check smtp.host and smtp.port, and whether the server runs.";
    assertThat(send(nobody, L12, L13))
        .containsExactly(
            new SendOutcome.ServerUnreachable(L12, reason),
            new SendOutcome.ServerUnreachable(L13, reason));
    // letters are formed beside each other: whichever was ready first was tried
    assertThat(List.of(state(L12), state(L13))).containsExactlyInAnyOrder("deferred", "queued");
    assertThat(send(L12)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(send(L13)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void writesToNobodyWhoAskedNotToBeWrittenTo() {
    given(L12, SampleLetters.thankYou());
    given(L13, onPaper(SampleLetters.TOMOKO));
    database.write(
        handle ->
            handle.execute("UPDATE customer SET status = 'do-not-contact' WHERE id = 'C-1017'"));
    String reason =
        "C-1017 asked not to be written to (customer/C-1017.status is do-not-contact); no letter"
            + " leaves by any channel.";
    assertThat(send(L12).message()).isEqualTo("L-12 was not sent: " + reason);
    assertThat(print(L13).message()).isEqualTo("L-13 was not printed: " + reason);
    assertThat(find(L12)).isEmpty();
    assertThat(letterState(L12)).isEqualTo("approved");
    assertThat(server.commands()).isEmpty();
    assertThat(folder.resolve("letters-out")).doesNotExist();
  }

  @Test
  void stopsAtTheGateAlsoWhatIsAlreadyQueued() {
    given(L12, SampleLetters.thankYou());
    server.answers(Moment.RCPT, "451 4.3.0 try later");
    send(L12);
    database.write(
        handle ->
            handle.execute("UPDATE customer SET status = 'do-not-contact' WHERE id = 'C-1017'"));
    server.isPoliteAgain();
    assertThat(send(L12)).isInstanceOf(SendOutcome.Held.class);
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void keepsBackWhatIsDeclinedBeforeTheDot() {
    given(L12, SampleLetters.thankYou());
    SmtpPostbox slow = smtp();
    Postbox declining =
        new TestPostbox() {
          @Override
          public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
            database.write(OutboxContract::decline);
            return slow.post(mail, keptName, beforeDot);
          }
        };
    assertThat(send(declining, L12).getFirst()).isInstanceOf(SendOutcome.Held.class);
    assertThat(letterState(L12)).isEqualTo("draft");
    assertThat(server.messages()).isEmpty();
    Approved.put(database, L12);
    assertThat(send(L12)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void seesWhatIsDeclinedWhileItWaits() throws Exception {
    given(L12, SampleLetters.thankYou());
    assertThat(whileDeclining(() -> send(L12))).isInstanceOf(SendOutcome.Held.class);
    LetterShelf.put(database, L13, onPaper(SampleLetters.TOMOKO));
    Approved.put(database, L13);
    assertThat(whileDeclining(() -> print(L13))).isInstanceOf(PrintOutcome.Held.class);
    Approved.put(database, L13);
    assertThat(whileDeclining(() -> queue(L13))).isInstanceOf(QueueOutcome.Held.class);
    assertThat(server.messages()).isEmpty();
  }

  /** What comes of an act that begins before the letters are declined for good. */
  private <T> T whileDeclining(Callable<T> act) throws Exception {
    ExecutorService other = keep(Executors.newSingleThreadExecutor());
    Future<T> acting =
        database.write(
            handle -> {
              decline(handle);
              Future<T> begun = other.submit(act);
              assertThatThrownBy(() -> begun.get(300, TimeUnit.MILLISECONDS))
                  .isInstanceOf(TimeoutException.class);
              return begun;
            });
    return acting.get();
  }

  private QueueOutcome queue(LetterId id) {
    List<QueueOutcome> outcomes = new ArrayList<>();
    outbox(this::smtp).queue(List.of(id), JO, outcomes::add);
    return outcomes.getFirst();
  }

  private static int decline(Handle handle) {
    handle.execute("DELETE FROM approval WHERE letter IN (12, 13)");
    return handle.execute("UPDATE letter SET state = 'draft' WHERE id IN (12, 13)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "tomoko.arai@mail.example\r\nRCPT TO:<x@evil.example>",
        "tomoko\u0001@mail.example"
      })
  void refusesAddressThatIsNone(String address) {
    refuses(
        address,
        "L-12 was not sent: customer/C-1017.email is not an address that mail can be delivered"
            + " to; correct it and compose the letter again, or compose it with --channel"
            + " print.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomoko.arai@mail.example\u2028Bcc: x@evil.example",
        // CVE-2025-7962: cut to bytes these are CR and LF
        "tomoko\u760D\u760ARCPT TO:<x@evil.example>\u760D\u760A@mail.example",
        "\u660E@mail.example"
      })
  void refusesAddressOfOtherLetters(String address) {
    refuses(
        address,
        "L-12 was not sent: customer/C-1017.email has letters before the @ that mail servers do"
            + " not take; correct it and compose the letter again, or compose it with --channel"
            + " print.");
  }

  private void refuses(String address, String words) {
    Recipient recipient =
        new Recipient(
            new CustomerId("C-1017"), "Ms Tomoko Arai", "", SampleLetters.BELFAST, address);
    given(L12, SampleLetters.thankYou(recipient, SampleLetters.MARA, LetterChannel.EMAIL));
    assertThat(send(L12).message()).isEqualTo(words);
    assertThat(server.commands()).isEmpty();
  }

  @Test
  void saysWhichRecordLacksAnAddress() {
    Recipient nowhere =
        new Recipient(new CustomerId("C-1017"), "Ms Tomoko Arai", "", SampleLetters.BELFAST, "");
    given(L12, SampleLetters.thankYou(nowhere, SampleLetters.MARA, LetterChannel.EMAIL));
    assertThat(send(L12).message())
        .isEqualTo(
            "L-12 was not sent: customer/C-1017.email is empty; correct it and compose the letter"
                + " again, or compose it with --channel print.");

    Signatory mute = new Signatory(SampleLetters.MARA.staff(), "Mara Keller", "", "", "");
    given(L13, SampleLetters.thankYou(SampleLetters.TOMOKO, mute, LetterChannel.EMAIL));
    assertThat(send(L13).message())
        .isEqualTo(
            "L-13 was not sent: staff/mk.email is empty; correct it and compose the letter again.");
  }

  @Test
  void sendsEmailAndPrintsPaper() {
    given(L12, onPaper(SampleLetters.TOMOKO));
    given(L13, SampleLetters.thankYou());
    assertThat(send(L12).message())
        .isEqualTo(
            "L-12 was not sent: it was written for paper; print it (regards print L-12) or compose"
                + " it with --channel email.");
    assertThat(print(L13).message())
        .isEqualTo(
            "L-13 was not printed: it was written as an email; send it (regards send L-13) or"
                + " compose it with --channel print.");
  }

  @Test
  void sendsNoneWhenOneIsUnknown() {
    given(L12, SampleLetters.thankYou());
    assertThatThrownBy(() -> send(smtp(), L12, L13))
        .hasMessage("There is no letter L-13. The latest are L-12.");
    assertThatThrownBy(() -> print(L13))
        .hasMessage("There is no letter L-13. The latest are L-12.");
    assertThat(find(L12)).isEmpty();
  }

  @Test
  void keepsInTheSandboxWhatWouldLeave() throws Exception {
    given(L12, SampleLetters.thankYou());
    Path kept = folder.resolve("letters-out/sandbox/L-000012-thank-you-C-1017.eml");
    Sandbox sandbox = keep(new Sandbox(kept.getParent()));
    assertThat(send(sandbox, L12).getFirst().message())
        .isEqualTo(
            "L-12 was accepted by the sandbox and lies in "
                + kept
                + "; nothing left this machine.");
    assertThat(Files.readString(kept))
        .contains("To: Ms Tomoko Arai <tomoko.arai@mail.example>\r\n");
    assertThat(send(L12).message())
        .isEqualTo(
            "L-12 was accepted by the sandbox on 2 November 2026 at 09:30 UTC; it is not sent"
                + " twice. It never left this machine: compose it again to send it by a mail"
                + " server.");
  }

  @Test
  void sandboxLeavesTheFileOfAnotherStoreAlone() throws Exception {
    given(L12, SampleLetters.thankYou());
    Path kept = folder.resolve("letters-out/sandbox/L-000012-thank-you-C-1017.eml");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "another store's");
    Sandbox sandbox = keep(new Sandbox(kept.getParent()));
    assertThat(send(sandbox, L12).getFirst().message())
        .isEqualTo(
            "L-12 was not sent: "
                + kept
                + " is there already and comes from another store. Move it away, or name another"
                + " folder with --out.");
    assertThat(kept).hasContent("another store's");
    assertThat(letterState(L12)).isEqualTo("approved");

    Files.delete(kept);
    assertThat(send(sandbox, L12).getFirst()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(send(sandbox, L12).getFirst()).isInstanceOf(SendOutcome.AlreadySent.class);
  }

  @Test
  void printsWithoutAPostbox() {
    given(L12, onPaper(SampleLetters.TOMOKO));
    List<PrintOutcome> outcomes = new ArrayList<>();
    outbox(
            () -> {
              throw new IllegalStateException("the settings of the mail server are wrong");
            })
        .print(List.of(L12), JO, outcomes::add);
    assertThat(outcomes).singleElement().isInstanceOf(PrintOutcome.Printed.class);
  }

  @Test
  void printsToOneFile() throws Exception {
    given(L12, onPaper(SampleLetters.TOMOKO));
    Path file = folder.resolve("letters-out/L-000012-thank-you-C-1017.pdf");
    assertThat(print(L12).message()).isEqualTo("L-12 lies in " + file + ".");
    byte[] first = Files.readAllBytes(file);
    assertThat(new String(first, US_ASCII)).startsWith("%PDF-");
    assertThat(letterState(L12)).isEqualTo("done");

    now = now.plus(Duration.ofDays(1));
    assertThat(print(L12).message())
        .isEqualTo(
            "L-12 was printed on 2 November 2026 at 09:30 UTC and lies unchanged in "
                + file
                + "; post it once.");

    Files.delete(file);
    assertThat(print(L12).message())
        .isEqualTo(
            "L-12 was printed on 2 November 2026 at 09:30 UTC; it is written again to "
                + file
                + "; post it once.");
    Files.writeString(file, "scribble");
    assertThat(print(L12)).isEqualTo(new PrintOutcome.PrintedAnew(L12, file, now));
    assertThat(file).hasBinaryContent(first);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhyALetterCannotBePrinted() {
    given(L12, onPaper(SampleLetters.named("\uD83C\uDF38")));
    assertThat(print(L12).message())
        .startsWith(
            "L-12 cannot be printed: the address holds the character \uD83C\uDF38 (U+1F338,");
    assertThat(find(L12)).isEmpty();
    assertThat(letterState(L12)).isEqualTo("approved");
  }

  @Test
  void namesNoFileOutsideTheFolder() {
    Recipient recipient =
        new Recipient(
            new CustomerId("../../etc/\u00E9:x\\y"),
            "Ms Tomoko Arai",
            "",
            SampleLetters.BELFAST,
            "tomoko.arai@mail.example");
    given(L12, onPaper(recipient));
    Path file = folder.resolve("letters-out/L-000012-thank-you-.._.._etc___x_y.pdf");
    assertThat(print(L12)).isEqualTo(new PrintOutcome.Printed(L12, file));
    assertThat(file).exists();
  }

  private void given(LetterId id, Letter letter) {
    LetterShelf.put(database, id, letter);
    Approved.put(database, id);
  }

  private static Letter onPaper(Recipient recipient) {
    return SampleLetters.thankYou(recipient, SampleLetters.MARA, LetterChannel.PRINT);
  }

  private SendOutcome send(LetterId id) {
    return send(smtp(), id).getFirst();
  }

  private List<SendOutcome> send(Postbox postbox, LetterId... ids) {
    List<SendOutcome> outcomes = new ArrayList<>();
    outbox(() -> postbox).send(List.of(ids), JO, outcomes::add);
    return outcomes;
  }

  private PrintOutcome print(LetterId id) {
    List<PrintOutcome> outcomes = new ArrayList<>();
    outbox(this::smtp).print(List.of(id), JO, outcomes::add);
    return outcomes.getFirst();
  }

  private Outbox outbox(Supplier<Postbox> postbox) {
    return new Outbox(
        database,
        id -> LetterShelf.get(database, id),
        postbox,
        () -> PRINTER,
        folder.resolve("letters-out"),
        () -> now);
  }

  private SmtpPostbox smtp() {
    return keep(new SmtpPostbox(server.address()));
  }

  private <T extends AutoCloseable> T keep(T made) {
    opened.add(made);
    return made;
  }

  /** Sends L-12 by a program that ends after some of its acts. */
  private void crash(Acts acts) {
    Postbox dying =
        new TestPostbox() {
          @Override
          public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
            acts.run(mail, beforeDot);
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> send(dying, L12)).hasMessage("killed");
  }

  private interface Acts {
    void run(Mail mail, Runnable beforeDot);
  }

  private void reopen() {
    database.close();
    database = Database.open(location);
  }

  private Optional<String> find(LetterId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT state FROM delivery WHERE letter = :letter")
                .bind("letter", id.number())
                .mapTo(String.class)
                .findOne());
  }

  private String state(LetterId id) {
    return find(id).orElseThrow();
  }

  private String letterState(LetterId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT state FROM letter WHERE id = :id")
                .bind("id", id.number())
                .mapTo(String.class)
                .one());
  }

  private abstract static class TestPostbox implements Postbox {
    @Override
    public String serverName() {
      return "test";
    }

    @Override
    public void close() {}
  }
}
