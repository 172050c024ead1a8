package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.RudeServer.Moment;

class ServerLookTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-02T09:30:00Z"));

  @TempDir static Path folder;

  private static TestKeys keys;

  @BeforeAll
  static void generate() throws Exception {
    keys = TestKeys.generate(folder);
  }

  @Test
  void goesThroughAllSteps() {
    try (RudeServer server = new RudeServer()) {
      server.answers(
          Moment.EHLO, "250-rude.example\r\n250-PIPELINING\r\n250-DSN\r\n250 SIZE 35882577");
      assertThat(look(server.address(), null))
          .containsExactly(
              Finding.fine("name", "localhost is 127.0.0.1."),
              Finding.fine("connection", "A mail server answers at " + server.address() + "."),
              Finding.open(
                  "encryption", "It is not asked for: the server is on this machine (none)."),
              Finding.fine("sign-in", "The server asks for none."),
              Finding.fine(
                  "offers",
                  "The server takes messages up to 35 MB (SIZE); several commands at once"
                      + " (PIPELINING); reports of what became of them (DSN)."));
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void saysUntilWhenTheCertificateIsValid() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("right"))) {
      assertThat(look(startTls(server), keys.holding("right")).get(2).words())
          .matches("TLSv1\\.[23]; the certificate is that of localhost.*\\d{4}-\\d\\d-\\d\\d.*");
    }
  }

  @Test
  void stopsAtAnExpiredCertificate() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("expired"))) {
      assertThat(look(startTls(server), keys.holding("right")).getLast())
          .isEqualTo(
              Finding.wrong(
                  "encryption",
                  "The certificate of the mail server "
                      + server.address()
                      + " is out of date, so nothing was sent: its operator must renew it (or this"
                      + " machine's clock is wrong)."));
    }
  }

  @Test
  void stopsAtACertificateOfAnotherName() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("misnamed"))) {
      assertThat(look(startTls(server), keys.holding("right")).getLast())
          .isEqualTo(
              Finding.wrong(
                  "encryption",
                  "The certificate of the mail server "
                      + server.address()
                      + " is made out to another name, so nothing was sent: set smtp.host"
                      + " to the name its operator gives."));
    }
  }

  @Test
  void stopsWhereTheServerTurnsUsAway() {
    try (RudeServer server = new RudeServer()) {
      server.answers(Moment.GREETING, "554 5.7.1 you are on a block list");
      Finding last = look(server.address(), null).getLast();
      assertThat(last)
          .isEqualTo(
              Finding.wrong(
                  "connection",
                  "The mail server "
                      + server.address()
                      + " takes no mail from us: ask its operator. It said: 554 5.7.1 you are on a"
                      + " block list."));
    }
  }

  @Test
  void saysThatThePasswordIsWrongAndNeverThePassword() {
    try (RudeServer server = new RudeServer()) {
      server.offers("AUTH PLAIN").answers(Moment.AUTH, "535 5.7.8 who are you?");
      MailServer withLogin =
          new MailServer(
              "localhost",
              server.address().port(),
              Encryption.NONE,
              new Login("mara", "hunter2-secret"));
      List<Finding> findings = look(withLogin, null);
      assertThat(findings.getLast().step()).isEqualTo("sign-in");
      assertThat(findings.getLast().words())
          .startsWith(
              "The mail server "
                  + withLogin
                  + " did not accept the user name and password: check smtp.user and"
                  + " REGARDS_SMTP_PASSWORD.");
      assertThat(findings.toString()).doesNotContain("hunter2", "mara");
    }
  }

  @Test
  void saysThatNobodyAnswersThere() {
    MailServer nobody;
    try (RudeServer server = new RudeServer()) {
      nobody = server.address();
    }
    assertThat(look(nobody, null).getLast())
        .isEqualTo(
            Finding.wrong(
                "connection",
                "No mail server answers at "
                    + nobody
                    + ": check smtp.host and smtp.port, and whether the server"
                    + " runs."));
  }

  @Test
  void saysThatThereIsNoSuchName() {
    assertThat(
            look(
                HostLookupTest.SERVER,
                SHORT,
                host -> {
                  throw new UnknownHostException(host);
                }))
        .containsExactly(
            Finding.wrong(
                "name",
                "There is no mail server by the name of smtp.orchard.example: check"
                    + " smtp.host."));
  }

  @Test
  void doesNotWaitForNameServersThatDoNotAnswer() {
    CountDownLatch never = new CountDownLatch(1);
    Patience none =
        new Patience(Duration.ofMillis(20), Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(look(HostLookupTest.SERVER, none, host -> HostLookupTest.silent(never)))
        .containsExactly(
            Finding.wrong(
                "name",
                "The name servers of this machine did not say in time where smtp.orchard.example"
                    + " is: check the network, then try again."));
    never.countDown();
  }

  private static List<Finding> look(MailServer server, Patience patience, HostLookup.Names names) {
    List<Finding> findings = new ArrayList<>();
    new ServerLook(server, patience, null, new HostLookup(names), NOW).look(findings::add);
    return findings;
  }

  private static List<Finding> look(MailServer server, @Nullable SSLSocketFactory trust) {
    List<Finding> findings = new ArrayList<>();
    HostLookup loopback = new HostLookup(host -> InetAddress.getAllByName("127.0.0.1"));
    boolean ready = new ServerLook(server, SHORT, trust, loopback, NOW).look(findings::add);
    assertThat(ready)
        .isEqualTo(findings.stream().noneMatch(one -> one.verdict() == Finding.Verdict.WRONG));
    return findings;
  }

  private static MailServer startTls(RudeServer server) {
    return new MailServer("localhost", server.address().port(), Encryption.STARTTLS, null);
  }
}
