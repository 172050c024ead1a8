package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.intake.Orchard;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.SampleLetters;
import org.regards.mail.Login;
import org.regards.mail.MailServer;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.Proof;
import org.regards.mail.Secret;
import org.regards.mail.SmtpPostbox;
import org.regards.outbox.Outbox;
import org.regards.outbox.SendOutcome;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** From a letter that leaves by SMTP to what is filed of what comes back by IMAP. */
@Timeout(120)
class MailboxTest {
  private static final Path MAILS =
      Path.of("src", "test", "resources", "org", "regards", "mailbox", "mails");
  private static final String STRANGE_ID = "<0123456789abcdef0123456789abcdef01234567@tea.example>";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String OURS = "care@orchard.example";
  private static final String PASSWORD = "quince";
  private static final String TOMOKO = "tomoko.arai@mail.example";
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);

  @TempDir private Path folder;
  private GreenMail servers;
  private GreenMailUser ours;
  private Database database;

  /** Before all that comes in, which the server gives the moment at which it does. */
  private final Instant now = Instant.parse("2020-11-22T09:00:00Z");

  @BeforeEach
  void start() {
    database = Orchard.store(folder);
    servers =
        new GreenMail(
            new ServerSetup[] {
              patient(ServerSetup.PROTOCOL_SMTP),
              patient(ServerSetup.PROTOCOL_IMAP),
              patient(ServerSetup.PROTOCOL_IMAPS)
            });
    servers.start();
    ours = servers.setUser(OURS, OURS, PASSWORD);
    servers.setUser(TOMOKO, TOMOKO, "lamp");
  }

  /** On a machine that has much else to do. */
  private static ServerSetup patient(String protocol) {
    ServerSetup setup = new ServerSetup(0, LOOPBACK, protocol);
    setup.setServerStartupTimeout(60_000);
    return setup;
  }

  @AfterEach
  void stop() {
    servers.stop();
    database.close();
  }

  @Test
  void filesWhatComesBackOfALetterOnce() throws Exception {
    String messageId = send();
    deliver(mail("qmail"));
    deliver(answer(messageId));
    deliver(mail("ooo-en").replaceAll("(?m)^From: .*$", "From: " + TOMOKO));
    deliver(mail("newsletter"));
    List<String> first = read(server());
    assertThat(first).containsExactly("forged", "reply", "auto-reply", "other");
    assertThat(state()).isEqualTo("replied");
    assertThat(read(server())).isEmpty();
    assertThat(unseen()).isEqualTo(4);

    deliver(mail("qmail").replace(STRANGE_ID, messageId));
    assertThat(read(server())).containsExactly("filed-before");
    assertThat(state()).isEqualTo("replied");
  }

  @Test
  void filesABounceOfALetter() throws Exception {
    String messageId = send();
    deliver(mail("postfix").replace(STRANGE_ID, messageId));
    assertThat(read(server())).containsExactly("bounced");
    assertThat(state()).isEqualTo("bounced");
  }

  @Test
  void knowsItsMessagesAgainWhenTheServerNumbersThemAnew() throws Exception {
    deliver(answer(send()));
    assertThat(read(server())).containsExactly("reply");
    database.write(
        handle -> handle.execute("UPDATE mailbox_progress SET uid_validity = 1, last_uid = 99"));
    assertThat(read(server())).containsExactly("filed-before");
    assertThat(read(server())).isEmpty();
  }

  @Test
  void goesBackOnlySoManyDaysTheFirstTime() throws Exception {
    deliver(answer(send()));
    Instant later = Instant.parse("2999-11-22T09:00:00Z");
    List<String> did = new ArrayList<>();
    Mailbox mailbox =
        new Mailbox(
            database, server(), new Filing(database, Set.of(OURS), () -> later), () -> later);
    mailbox.read(JO, received -> did.add(word(received)));
    assertThat(did).isEmpty();
    deliver(answer("<x@y.example>"));
    mailbox.read(JO, received -> did.add(word(received)));
    assertThat(did).containsExactly("mail");
  }

  @Test
  void settlesADoubtByTheCopyInTheArchive() throws Exception {
    send();
    database.write(handle -> handle.execute("UPDATE delivery SET state = 'in-doubt'"));
    try (Store store = connected(OURS, PASSWORD)) {
      store.getFolder("Sent").create(Folder.HOLDS_MESSAGES);
      store.getFolder("Sent").appendMessages(new Message[] {received()});
    }
    assertThat(read(server("INBOX", "Sent"))).containsExactly("proof");
    assertThat(state()).isEqualTo("accepted");
    assertThat(read(server("INBOX", "Sent"))).isEmpty();
  }

  @Test
  void passesOverAMessageThatNobodyCanRead() throws Exception {
    deliver(letter("first"));
    deliver(letter("breaks"));
    deliver(letter("last"));
    List<String> told = new ArrayList<>();
    for (int reading = 1; reading <= 3; reading++) {
      told.add("reading " + reading);
      FolderReader reader = new FolderReader(database, server(), () -> now);
      try (ImapSession session = session(server());
          IMAPFolder inbox = session.folder("INBOX")) {
        reader.read(
            inbox,
            FetchProfile.Item.ENVELOPE,
            message -> {
              if (message.getSubject().equals("breaks")) {
                throw new IllegalStateException("cannot be read");
              }
              told.add(message.getSubject());
              return new Filed.Automatic();
            },
            received -> {
              if (received.became() instanceof Received.Became.Unreadable) {
                told.add("unreadable");
              }
            });
      } catch (jakarta.mail.MessagingException ended) {
        told.add("ended");
      }
    }
    assertThat(told)
        .containsExactly(
            "reading 1", "first", "ended", "reading 2", "ended", "reading 3", "unreadable", "last");
  }

  @Test
  void saysWhatIsWrongWithTheMailbox() throws Exception {
    int imap = servers.getImap().getPort();
    assertThat(Mailbox.check(server())).isEqualTo(new Mailbox.Reading.Done());
    assertThat(Mailbox.check(server("Answers", "")))
        .isEqualTo(
            new Mailbox.Reading.Failed(
                "There is no folder Answers in the mailbox at 127.0.0.1:"
                    + imap
                    + ": check imap.folder.",
                true));
    ImapServer wrong =
        new ImapServer(LOOPBACK, imap, Encryption.NONE, new Login(OURS, "pear"), "INBOX", "", 14);
    assertThat(Mailbox.check(wrong))
        .isEqualTo(
            new Mailbox.Reading.Failed(
                "The mailbox's server 127.0.0.1:"
                    + imap
                    + " did not accept the user name and what proves it: check imap.user and"
                    + " REGARDS_IMAP_PASSWORD (or those of SMTP, where there are none).",
                true));
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(Mailbox.check(at(free, Encryption.NONE)))
        .isEqualTo(
            new Mailbox.Reading.Failed(
                "No mailbox answers at 127.0.0.1:"
                    + free
                    + ": check imap.host and imap.port, and whether the server runs.",
                false));
    int imaps = servers.getImaps().getPort();
    assertThat(Mailbox.check(at(imaps, Encryption.TLS)))
        .isEqualTo(
            new Mailbox.Reading.Failed(
                "The certificate of the mailbox's server 127.0.0.1:"
                    + imaps
                    + " is not signed by anyone this machine trusts, so nothing was read: check"
                    + " imap.host, or ask the server's operator.",
                false));
    assertThat(Mailbox.check(at(imap, Encryption.STARTTLS)))
        .isEqualTo(
            new Mailbox.Reading.Failed(
                "The mailbox's server 127.0.0.1:"
                    + imap
                    + " does not offer to encrypt (STARTTLS), so nothing was read: set"
                    + " imap.encryption to tls if it speaks TLS from the start (port 993).",
                false));
  }

  @Test
  void signsInByTokenAndAsksForAnotherWhenOneHasEnded() {
    Secret renewed =
        new Secret() {
          @Override
          public Proof proof() {
            return new Proof.Password("pear");
          }

          @Override
          public Optional<Proof> insteadOf(Proof refused) {
            return Optional.of(new Proof.Password(PASSWORD));
          }
        };
    assertThat(Mailbox.check(as(renewed))).isEqualTo(new Mailbox.Reading.Done());
    assertThat(Mailbox.check(as(() -> new Proof.Bearer(PASSWORD))))
        .isEqualTo(new Mailbox.Reading.Done());
    assertThat(Mailbox.check(as(() -> new Proof.Bearer("ended"))))
        .isInstanceOf(Mailbox.Reading.Failed.class);
    assertThat(Mailbox.check(as(() -> new Proof.NotNow("The service is busy."))))
        .isEqualTo(new Mailbox.Reading.Failed("The service is busy.", false));
    assertThat(Mailbox.check(as(() -> new Proof.Withheld("Sign in again."))))
        .isEqualTo(new Mailbox.Reading.Failed("Sign in again.", true));
  }

  private ImapServer as(Secret secret) {
    return new ImapServer(
        LOOPBACK,
        servers.getImap().getPort(),
        Encryption.NONE,
        new Login(OURS, secret),
        "INBOX",
        "",
        14);
  }

  @Test
  @SuppressWarnings("try") // closing it is what ends the watch
  void filesAtOnceWhatComesWhileItWatches() throws Exception {
    String messageId = send();
    BlockingQueue<String> did = new LinkedBlockingQueue<>();
    Mailbox mailbox = mailbox(server());
    try (ExecutorService other = Executors.newSingleThreadExecutor();
        MailboxWatch watch = watch(mailbox)) {
      Future<Mailbox.Reading> ended = other.submit(() -> watch.run(JO, listener(did)));
      deliver(letter("first"));
      assertThat(did.poll(60, TimeUnit.SECONDS)).isEqualTo("stranger");
      deliver(answer(messageId));
      assertThat(did.poll(60, TimeUnit.SECONDS)).isEqualTo("reply");
      watch.close();
      assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(new Mailbox.Reading.Done());
    }
    assertThat(state()).isEqualTo("replied");
  }

  @Test
  @SuppressWarnings("try") // closing it is what ends the watch
  void waitsForTheServerToComeBack() throws Exception {
    BlockingQueue<String> did = new LinkedBlockingQueue<>();
    Mailbox mailbox = mailbox(server());
    deliver(letter("first"));
    try (ExecutorService other = Executors.newSingleThreadExecutor();
        MailboxWatch watch = watch(mailbox)) {
      Future<Mailbox.Reading> ended = other.submit(() -> watch.run(JO, listener(did)));
      assertThat(did.poll(60, TimeUnit.SECONDS)).isEqualTo("stranger");
      servers.stop();
      assertThat(did.poll(60, TimeUnit.SECONDS)).isEqualTo("lost, again in PT5S");
      watch.close();
      assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(new Mailbox.Reading.Done());
    }
  }

  @Test
  @SuppressWarnings("try") // closing it is what ends the watch
  void waitsForTheStoreToBeFree() throws Exception {
    BlockingQueue<String> did = new LinkedBlockingQueue<>();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch freed = new CountDownLatch(1);
    Mailbox mailbox = mailbox(server());
    deliver(letter("first"));
    try (Database another =
            Database.open(StoreLocation.of(folder.resolve("regards.db").toString()));
        ExecutorService other = Executors.newFixedThreadPool(2);
        MailboxWatch watch = watch(mailbox)) {
      Future<Boolean> holder =
          other.submit(
              () ->
                  another.write(
                      handle -> {
                        handle.execute("UPDATE customer SET email = email");
                        held.countDown();
                        return waited(freed);
                      }));
      assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
      Future<Mailbox.Reading> ended = other.submit(() -> watch.run(JO, listener(did)));
      assertThat(did.poll(60, TimeUnit.SECONDS)).isEqualTo("lost, again in PT5S");
      freed.countDown();
      assertThat(holder.get(60, TimeUnit.SECONDS)).isTrue();
      assertThat(did.poll(60, TimeUnit.SECONDS)).isEqualTo("stranger");
      watch.close();
      assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(new Mailbox.Reading.Done());
    }
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** GreenMail does not tell of what came just before it was asked to tell. */
  private static MailboxWatch watch(Mailbox mailbox) {
    return new MailboxWatch(mailbox, Duration.ofMinutes(5), Duration.ofSeconds(3));
  }

  private static MailboxWatch.Listener listener(BlockingQueue<String> did) {
    return new MailboxWatch.Listener() {
      @Override
      public void received(Received received) {
        did.add(word(received));
      }

      @Override
      public void lost(String reason, Duration pause) {
        did.add("lost, again in " + pause);
      }
    };
  }

  private String send() throws Exception {
    LetterShelf.put(database, L12, SampleLetters.thankYou());
    Approved.put(database, L12);
    List<SendOutcome> told = new ArrayList<>();
    try (SmtpPostbox postbox =
        new SmtpPostbox(
            new MailServer(LOOPBACK, servers.getSmtp().getPort(), Encryption.NONE, null))) {
      new Outbox(
              database,
              id -> LetterShelf.get(database, id),
              () -> postbox,
              () -> {
                throw new IllegalStateException("nothing is printed here");
              },
              folder.resolve("out"),
              () -> now)
          .send(List.of(L12), JO, told::add);
    }
    assertThat(told).singleElement().isInstanceOf(SendOutcome.Sent.class);
    return received().getMessageID();
  }

  /** The letter as it came to its reader. */
  private MimeMessage received() throws Exception {
    try (Store store = connected(TOMOKO, "lamp");
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_ONLY);
      return new MimeMessage((MimeMessage) inbox.getMessage(1));
    }
  }

  private Store connected(String user, String password) throws Exception {
    Store store = Session.getInstance(new Properties()).getStore("imap");
    store.connect(LOOPBACK, servers.getImap().getPort(), user, password);
    return store;
  }

  private int unseen() throws Exception {
    try (Store store = connected(OURS, PASSWORD);
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_ONLY);
      int unseen = 0;
      for (Message message : inbox.getMessages()) {
        unseen += message.isSet(Flags.Flag.SEEN) ? 0 : 1;
      }
      return unseen;
    }
  }

  private List<String> read(ImapServer server) {
    List<String> did = new ArrayList<>();
    assertThat(mailbox(server).read(JO, received -> did.add(word(received))))
        .isEqualTo(new Mailbox.Reading.Done());
    return did;
  }

  private Mailbox mailbox(ImapServer server) {
    return new Mailbox(database, server, new Filing(database, Set.of(OURS), () -> now), () -> now);
  }

  private static String word(Received received) {
    return received.became() instanceof Received.Became.Done done
        ? done.filed().word()
        : received.became().toString();
  }

  private static ImapSession session(ImapServer server) {
    return ((ImapSession.Opened.Open) ImapSession.open(server, Duration.ofMinutes(1))).session();
  }

  private ImapServer server() {
    return server("INBOX", "");
  }

  private ImapServer server(String name, String archive) {
    return new ImapServer(
        LOOPBACK,
        servers.getImap().getPort(),
        Encryption.NONE,
        new Login(OURS, PASSWORD),
        name,
        archive,
        14);
  }

  private static ImapServer at(int port, Encryption encryption) {
    return new ImapServer(LOOPBACK, port, encryption, new Login(OURS, PASSWORD), "INBOX", "", 14);
  }

  private void deliver(String message) throws Exception {
    ours.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(UTF_8))));
  }

  private static String mail(String name) throws IOException {
    return Files.readString(MAILS.resolve(name + ".eml"));
  }

  private static String answer(String messageId) throws IOException {
    return "Message-ID: <his@mail.example>\n"
        + mail("reply")
            .replace(STRANGE_ID, messageId)
            .replaceAll("(?m)^From: .*$", "From: " + TOMOKO);
  }

  private static String letter(String subject) {
    return "From: nobody@else.example\nTo: care@orchard.example\nSubject: %s\n\nHello.\n"
        .formatted(subject);
  }

  private String state() {
    return database.read(
        handle -> handle.createQuery("SELECT state FROM delivery").mapTo(String.class).one());
  }
}
