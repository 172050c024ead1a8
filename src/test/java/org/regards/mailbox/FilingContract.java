package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.regards.history.Dossiers;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.intake.Orchard;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.letter.StoredLetter;
import org.regards.mail.Sandbox;
import org.regards.outbox.BouncedAddresses;
import org.regards.outbox.LetterSource;
import org.regards.outbox.Outbox;
import org.regards.outbox.SendOutcome;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.Task;
import org.regards.task.TaskDao;

/** What becomes of a message that comes in, with whatever store. */
abstract class FilingContract {
  private static final Path MAILS =
      Path.of("src", "test", "resources", "org", "regards", "mailbox", "mails");
  private static final String STRANGE_ID = "<0123456789abcdef0123456789abcdef01234567@tea.example>";
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);
  private static final CustomerId TOMOKO = new CustomerId("C-1017");

  private static final String AUTHENTICATION = "5.7.26 not authenticated";
  private static final String SPAM = "5.7.1 message refused as spam";

  @TempDir Path folder;

  private Database database;
  private Sandbox sandbox;
  private Filing filing;
  private Instant now = Orchard.NOW;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void sendOne() throws IOException {
    database = Database.open(emptyStore());
    Orchard.importInto(database, folder.resolve("rejects"));
    database.write(
        handle ->
            handle.execute(
                "UPDATE customer SET email = 'tomoko.arai@mail.example' WHERE id = 'C-1017'"));
    sandbox = new Sandbox(folder.resolve("sandbox"));
    filing = new Filing(database, Set.of("archive@orchard.example"), () -> now);
    given(L12, SampleLetters.thankYou());
    assertThat(send(L12)).isInstanceOf(SendOutcome.Sent.class);
    now = now.plus(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    sandbox.close();
    database.close();
  }

  @Test
  void marksTheAddressOfABounceAndGivesItToSomebody() throws IOException {
    Filed.Bounced bounced = (Filed.Bounced) file(ofLetter("qmail"));
    assertThat(bounced.letter()).isEqualTo(L12);
    assertThat(bounced.reason()).isEqualTo(Reason.NO_SUCH_USER);
    assertThat(bounced.addressClosed()).isTrue();
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("bounced");
    assertThat(one("SELECT state FROM letter WHERE id = 12")).isEqualTo("draft");
    Task task = tasks().getFirst();
    assertThat(task.id()).isEqualTo(bounced.task());
    assertThat(task.order().due()).isEqualTo("2026-11-21");
    assertThat(task.order().causeRecord()).isEqualTo("letter/L-12");
    assertThat(task.order().words())
        .isEqualTo(
            "L-12 did not arrive: nobody there has this address (5.1.1). Correct the address, or"
                + " write on paper: regards compose C-1017 --letter thank-you --channel print.");
    assertThat(letters()).last().extracting(PastLetter::events).asString().contains("bounced");
    assertThat(contacts()).isEmpty();

    given(L13, SampleLetters.thankYou());
    assertThat(send(L13).message())
        .startsWith("L-13 was not sent: L-12 did not arrive at this address of C-1017");
    assertThat(file(ofLetter("qmail"))).isEqualTo(new Filed.Before());
    assertThat(tasks()).hasSize(1);
    assertThat(new BouncedAddresses(database).clear(TOMOKO, JO, now)).hasSize(1);
    assertThat(send(L13)).isInstanceOf(SendOutcome.Sent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outlook-515", "zimbra-policy", "gmail-domain", "exim", "yahoo"})
  void closesTheAddressForWhatIsWrongWithItOnly(String name) throws IOException {
    Filed.Bounced bounced = (Filed.Bounced) file(ofLetter(name));
    boolean ofAddress =
        Set.of(Reason.NO_SUCH_USER, Reason.NO_SUCH_DOMAIN, Reason.MOVED, Reason.DISABLED)
            .contains(bounced.reason());
    assertThat(bounced.addressClosed()).isEqualTo(ofAddress);
    given(L13, SampleLetters.thankYou());
    assertThat(send(L13) instanceof SendOutcome.Sent).isEqualTo(!ofAddress);
  }

  @Test
  void stopsAllEmailWhenThreeCustomersSendBackWhatIsNotAuthenticated() throws IOException {
    assertThat(comesBack(21, "N-1001", "mail.example", AUTHENTICATION)).isFalse();
    assertThat(comesBack(22, "N-1002", "mail.example", AUTHENTICATION)).isFalse();
    assertThat(comesBack(23, "N-1002", "mail.example", AUTHENTICATION)).isFalse();
    assertThat(comesBack(24, "N-1003", "mail.example", AUTHENTICATION)).isTrue();
    given(L13, SampleLetters.thankYou());
    assertThat(outbox().emails(null, null).stop())
        .extracting(stop -> stop.reason())
        .isEqualTo(
            "Letters to 3 customers came back within a day, the last one L-24: our mail is not"
                + " authenticated (SPF, DKIM, DMARC): mend it first (5.7.26). The next ones would"
                + " too. Ask whoever runs our mail server or our domain what must be mended"
                + " (regards doctor looks at SPF, DKIM and DMARC).");
    assertThat(outbox().resume(JO)).isPresent();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(comesBack(25, "N-1004", "mail.example", AUTHENTICATION)).isFalse();
    assertThat(send(L13)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void stopsAllEmailWhenThreeMailSystemsTakeUsForASpammer() throws IOException {
    assertThat(comesBack(21, "N-1001", "one.example", SPAM)).isFalse();
    assertThat(comesBack(22, "N-1002", "One.example", SPAM)).isFalse();
    assertThat(comesBack(23, "N-1003", "one.example", SPAM)).isFalse();
    assertThat(comesBack(24, "N-1004", "two.example", SPAM)).isFalse();
    assertThat(comesBack(25, "N-1005", "three.example", SPAM)).isTrue();
  }

  @Test
  void stopsAllEmailAtOnceForWhatOnlyOurOwnProviderSays() throws IOException {
    assertThat(comesBack(21, "N-1001", "mail.example", "5.7.60 client does not have permissions"))
        .isTrue();
  }

  @Test
  void stopsNothingForOldFaultsOtherFaultsAndThoseOfWhoeverForwards() throws IOException {
    assertThat(comesBack(21, "N-1001", "one.example", AUTHENTICATION)).isFalse();
    assertThat(comesBack(22, "N-1002", "two.example", AUTHENTICATION)).isFalse();
    assertThat(comesBack(23, "N-1003", "three.example", SPAM)).isFalse();
    assertThat(comesBack(24, "N-1004", "four.example", "4.7.26 try later")).isFalse();
    String forwarded = report(25, "N-1005", "five.example", AUTHENTICATION);
    assertThat(isStopped(file(forwarded.replace("p25@five.example", "p25@elsewhere.example"))))
        .isFalse();
    now = now.plus(Duration.ofHours(25));
    assertThat(comesBack(26, "N-1006", "six.example", AUTHENTICATION)).isFalse();
  }

  private boolean comesBack(long letter, String customer, String domain, String said)
      throws IOException {
    return isStopped(file(report(letter, customer, domain, said)));
  }

  private static boolean isStopped(Filed filed) {
    return filed instanceof Filed.Bounced bounced && bounced.emailStopped();
  }

  /** The report on a letter that left. */
  private String report(long letter, String customer, String domain, String said) {
    LetterId id = new LetterId(letter);
    String address = "p%d@%s".formatted(letter, domain);
    LetterShelf.put(
        database,
        id,
        SampleLetters.thankYou(
            new Recipient(
                new CustomerId(customer), "Alma Person", "", SampleLetters.BELFAST, address),
            SampleLetters.MARA,
            LetterChannel.EMAIL));
    Approved.put(database, Instant.parse("2099-11-02T09:10:00Z"), id);
    assertThat(send(id)).isInstanceOf(SendOutcome.Sent.class);
    String messageId = one("SELECT message_id FROM delivery WHERE letter = %d".formatted(letter));
    return """
    Return-Path: <>
    From: postmaster@orchard.example
    Subject: Undeliverable mail
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain; charset=utf-8

    Undeliverable.

    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.mail.example

    Final-Recipient: rfc822;%s
    Action: failed
    Status: %s
    Diagnostic-Code: smtp;550 %s

    --b1
    Content-Type: message/rfc822

    From: Mara Kline <mara@orchard.example>
    To: Alma Person <%s>
    Message-ID: %s

    Hello.

    --b1--
    """
        .formatted(address, said.substring(0, said.indexOf(' ')), said, address, messageId);
  }

  @Test
  void ignoresAReportOnNoLetterOfOurs() throws IOException {
    assertThat(file(mail("qmail")))
        .isEqualTo(new Filed.Left(Filed.Why.FORGED, "bounce that names no letter of ours"));
    assertThat(file(mail("postfix-delayed")))
        .isEqualTo(new Filed.Left(Filed.Why.FORGED, "delayed that names no letter of ours"));
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("accepted");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void ignoresThatACopyToTheArchiveCameBack() throws IOException {
    String bounce = ofLetter("postfix").replace("ruth@mail.example", "archive@orchard.example");
    assertThat(file(bounce))
        .isEqualTo(new Filed.Left(Filed.Why.OURS, "bounce of a copy to ourselves"));
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("accepted");
  }

  @Test
  void notesADelayAndDoesNothing() throws IOException {
    assertThat(file(ofLetter("postfix-delayed"))).isEqualTo(new Filed.Delayed(L12));
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("accepted");
    assertThat(one("SELECT heard FROM delivery WHERE letter = 12"))
        .isEqualTo("on its way: 4.4.1 the other server could not be reached");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void keepsAnAnswerInTheHistoryWithoutWhatItQuotes() throws IOException {
    Filed.Contact filed = (Filed.Contact) file(answer("tomoko.arai@mail.example"));
    assertThat(filed.answers()).isEqualTo(L12);
    Interaction contact = contacts().getFirst();
    assertThat(filed.kept()).containsExactly(new Filed.Kept(TOMOKO, contact.id(), false));
    assertThat(contact.isFromCustomer()).isTrue();
    assertThat(contact.subject()).isEqualTo("Re: A proposal for order D-1201 [B-12]");
    assertThat(contact.text()).isEqualTo("Thank you, I accept. Ruth\n\n[…]");
    assertThat(contact.staff()).isEqualTo(new StaffId("mk"));
    assertThat(contact.at()).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
    assertThat(contact.recordedAt()).isEqualTo(now);
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("replied");
    assertThat(letters()).last().extracting(PastLetter::events).asString().contains("answered");
    assertThat(one("SELECT CAST(letter AS VARCHAR(9)) FROM mail_filed")).isEqualTo("12");
  }

  @Test
  void keepsAnAnswerThatBringsABounceOfTheCustomersOwnMail() throws IOException {
    given(L13, SampleLetters.thankYou(), now);
    now = now.plus(Duration.ofMinutes(10));
    String answer = letterWith(mail("postfix"), "In-Reply-To: " + messageId() + "\n");
    Filed.Contact filed = (Filed.Contact) file(answer);
    assertThat(filed.answers()).isEqualTo(L12);
    assertThat(contacts().getFirst().text())
        .isEqualTo("Where is my lamp?\n\n[1 attachment, which stays in the mailbox]");
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("replied");
    assertThat(send(L13).message()).contains("the customer has turned to us");
  }

  @Test
  void keepsNewMailThatBringsABounceOfTheCustomersOwnMail() throws IOException {
    Filed.Contact filed = (Filed.Contact) file(letterWith(mail("postfix"), ""));
    assertThat(filed.answers()).isNull();
    assertThat(contacts()).hasSize(1);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void filesTheBounceOfALetterThatSomebodySendsOn() throws IOException {
    String colleague = letterWith(ofLetter("postfix"), "References: " + messageId() + "\n");
    assertThat(file(colleague.replace("tomoko.arai@mail.example", "jonas@orchard.example")))
        .isInstanceOf(Filed.Bounced.class);
  }

  @Test
  void keepsAnAnswerOfItsReaderWhateverComesWithIt() throws IOException {
    String answer = letterWith(ofLetter("postfix"), "References: " + messageId() + "\n");
    assertThat(((Filed.Contact) file(answer)).answers()).isEqualTo(L12);
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("replied");
  }

  @Test
  void saysWhenAnAnswerComesFromAnotherAddress() throws IOException {
    Filed.Contact filed = (Filed.Contact) file(answer("t.arai@work.example"));
    assertThat(filed.kept().getFirst().otherAddress()).isTrue();
    assertThat(contacts().getFirst().text())
        .startsWith("[from t.arai@work.example, which is not the address on record]\nThank you");
  }

  @Test
  void filesNothingTwiceWhereverItTurnsUpAgain() throws IOException {
    String answer = answer("tomoko.arai@mail.example");
    assertThat(file(answer)).isInstanceOf(Filed.Contact.class);
    assertThat(file(answer)).isEqualTo(new Filed.Before());
    String moved =
        "Received: by another server; Fri, 20 Nov 2026 11:00:00 +0000\r\nX-Spam-Status: No\r\n"
            + answer.replace("\n", "\r\n")
            + "\r\n\r\n";
    assertThat(file(moved)).isEqualTo(new Filed.Before());
    assertThat(file(answer.replace("I accept", "I refuse"))).isInstanceOf(Filed.Contact.class);
    assertThat(contacts()).hasSize(2);
  }

  @Test
  void filesOnceWhatManyProgramsReadAtOnce() throws Exception {
    String answer = answer("tomoko.arai@mail.example");
    Callable<Filed> act = () -> file(answer);
    try (ExecutorService programs = Executors.newFixedThreadPool(4)) {
      List<Future<Filed>> filed = programs.invokeAll(List.of(act, act, act, act));
      List<Filed> outcomes = new ArrayList<>();
      for (Future<Filed> one : filed) {
        outcomes.add(one.get());
      }
      assertThat(outcomes).filteredOn(Filed.Contact.class::isInstance).hasSize(1);
    }
    assertThat(contacts()).hasSize(1);
  }

  @Test
  void leavesWhatAnImportBroughtAlready() throws IOException {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO interaction (id, customer, happened_at, channel, direction, subject,
                                         message, tags, message_id, minutes)
                VALUES ('CRM-1', 'C-1017', '2026-11-20T09:30:00.000Z', 'email', 'in', '', '', '',
                        '<his@mail.example>', 0)
                """));
    assertThat(file(answer("tomoko.arai@mail.example"))).isEqualTo(new Filed.Before());
    assertThat(contacts()).hasSize(1);
  }

  @Test
  void filesNewMailOfACustomerAndNoneOfStrangersAndColleagues() throws IOException {
    assertThat(file(letterFrom("Tomoko.Arai@mail.example"))).isInstanceOf(Filed.Contact.class);
    assertThat(contacts()).hasSize(1);
    assertThat(file(letterFrom("nobody@else.example")))
        .isEqualTo(new Filed.Left(Filed.Why.STRANGER, "mail from somebody who is no customer"));
    assertThat(file(letterFrom("jonas@orchard.example")))
        .isEqualTo(new Filed.Left(Filed.Why.OURS, "mail of our own"));
    assertThat(contacts()).hasSize(1);
  }

  @Test
  void holdsAQueuedLetterBackFromWhoeverHasWrittenSince() throws IOException {
    given(L13, SampleLetters.thankYou(), now);
    now = now.plus(Duration.ofMinutes(10));
    // it lay in the mailbox when the letter was approved, and nobody here knew of it
    file(letterFrom("tomoko.arai@mail.example"));
    String key = contacts().getFirst().id().value();
    assertThat(send(L13).message())
        .startsWith(
            "L-13 was not sent: since it was approved, the customer has turned to us: "
                + key
                + ", by email on 20 November 2026 at 09:30 UTC.");
  }

  @Test
  void takesNoticeOfNoAutomaticReply() throws IOException {
    given(L13, SampleLetters.thankYou(), now);
    now = now.plus(Duration.ofMinutes(10));
    String away = mail("ooo-en").replaceAll("(?m)^From: .*$", "From: tomoko.arai@mail.example");
    assertThat(file(away)).isEqualTo(new Filed.Automatic());
    assertThat(contacts()).isEmpty();
    assertThat(send(L13)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void settlesADoubtByACopyOfTheLetter() throws IOException {
    database.write(
        handle -> {
          handle.execute("UPDATE letter SET state = 'queued' WHERE id = 12");
          return handle.execute("UPDATE delivery SET state = 'in-doubt' WHERE letter = 12");
        });
    assertThat(filing.fileCopy(messageId(), JO)).isEqualTo(new Filed.Proof(L12));
    assertThat(one("SELECT state FROM delivery WHERE letter = 12")).isEqualTo("accepted");
    assertThat(filing.fileCopy(messageId(), JO).word()).isEqualTo("ours");
    assertThat(filing.fileCopy(STRANGE_ID, JO).word()).isEqualTo("other");
    assertThat(filing.fileCopy("", JO).word()).isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ooo-en", "postfix-delivered"})
  void settlesADoubtByWhatAProgramAnswers(String name) throws IOException {
    database.write(
        handle -> handle.execute("UPDATE delivery SET state = 'in-doubt' WHERE letter = 12"));
    String answer = "References: " + messageId() + "\n" + ofLetter(name);
    assertThat(file(answer)).isEqualTo(new Filed.Proof(L12));
  }

  @Test
  void keepsOfAnyMessageOnlyWhatAStoreCanHold() throws IOException {
    String long1 = "word \uD83C\uDF38 ".repeat(20_000);
    String hostile =
        letterFrom("tomoko.arai@mail.example")
            .replace("Subject: Lamp", "Subject: =?utf-8?q?a=00b=1B[2J?=")
            .replace("Content-Type: text/plain", "Content-Type: text/html")
            .replace("Where is my lamp?", "<p>&#xD800;\u0000&#0; Hello " + long1 + "</p>");
    assertThat(file(hostile)).isInstanceOf(Filed.Contact.class);
    Interaction contact = contacts().getFirst();
    assertThat(contact.subject()).isEqualTo("ab[2J");
    assertThat(contact.text()).hasSizeLessThan(50_000).endsWith("[…]").contains("Hello word");
  }

  private void given(LetterId id, Letter letter) {
    given(id, letter, Instant.parse("2099-11-02T09:10:00Z"));
  }

  private void given(LetterId id, Letter letter, Instant approved) {
    LetterShelf.put(database, id, letter);
    Approved.put(database, approved, id);
  }

  private SendOutcome send(LetterId id) {
    List<SendOutcome> told = new ArrayList<>();
    outbox().send(List.of(id), JO, told::add);
    return told.getFirst();
  }

  private Outbox outbox() {
    return new Outbox(
        database,
        new Shelf(database),
        () -> sandbox,
        () -> {
          throw new IllegalStateException("nothing is printed here");
        },
        folder.resolve("out"),
        () -> now);
  }

  private record Shelf(Database database) implements LetterSource {
    @Override
    public StoredLetter get(LetterId id) {
      return LetterShelf.get(database, id);
    }
  }

  private Filed file(String message) throws IOException {
    InputStream in = new ByteArrayInputStream(message.getBytes(UTF_8));
    return filing.file(in, null, JO);
  }

  private static String mail(String name) throws IOException {
    return Files.readString(MAILS.resolve(name + ".eml"));
  }

  private String ofLetter(String name) throws IOException {
    return mail(name).replace(STRANGE_ID, messageId());
  }

  private String answer(String from) throws IOException {
    return "Message-ID: <his@mail.example>\n"
        + ofLetter("reply")
            .replaceAll("(?m)^From: .*$", "From: " + from)
            .replaceAll("(?m)^Date: .*$", "Date: Fri, 20 Nov 2026 09:30:00 +0000 (GMT)");
  }

  private static String letterFrom(String sender) {
    return """
    From: %s
    To: emma@orchard.example
    Subject: Lamp
    Date: Fri, 20 Nov 2026 09:30:00 +0000
    Message-ID: <new@mail.example>
    Content-Type: text/plain; charset=utf-8

    Where is my lamp?
    """
        .formatted(sender);
  }

  private static String letterWith(String enclosed, String answering) {
    String mixed =
        """
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=out

        --out
        Content-Type: text/plain
        """;
    return """
    %s%s
    --out
    Content-Type: message/rfc822

    %s
    --out--
    """
        .formatted(
            answering,
            letterFrom("tomoko.arai@mail.example")
                .replace("Content-Type: text/plain; charset=utf-8\n", mixed),
            enclosed);
  }

  private String messageId() throws IOException {
    Matcher id =
        Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)")
            .matcher(Files.readString(folder.resolve("sandbox/L-000012-thank-you-C-1017.eml")));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private List<Interaction> contacts() {
    return new Dossiers(database)
        .of(TOMOKO, now).orElseThrow().interactions().stream()
            .filter(contact -> !contact.messageId().equals("<t1@mail.example>"))
            .toList();
  }

  private List<PastLetter> letters() {
    return new Dossiers(database).of(TOMOKO, now).orElseThrow().letters();
  }

  private List<Task> tasks() {
    return database.read(handle -> new TaskDao(handle).of(TOMOKO));
  }

  private String one(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
