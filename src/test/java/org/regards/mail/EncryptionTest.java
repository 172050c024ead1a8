package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.RudeServer.Moment;

class EncryptionTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  @TempDir static Path folder;

  private static TestKeys keys;

  @BeforeAll
  static void generate() throws Exception {
    keys = TestKeys.generate(folder);
  }

  @Test
  void sendsUnderTlsToTheHostOfTheCertificate() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("right"))) {
      assertThat(post(server, keys.holding("right")))
          .isEqualTo(new PostResult.Accepted(new Reply(250, "2.0.0 queued as 4XYZ"), null));
      assertThat(server.commands().subList(0, 3))
          .containsExactly("EHLO localhost", "STARTTLS", "EHLO localhost");
    }
  }

  /** What somebody on the way says behind the answer to STARTTLS (CVE-2011-0411 and its like). */
  @Test
  void forgetsWhatWasSaidInTheClear() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("right"))) {
      server.answers(
          Moment.STARTTLS, "220 go on\r\n250-evil.example\r\n250 SIZE 1\r\n550 5.7.1 no");
      assertThat(post(server, keys.holding("right"))).isInstanceOf(PostResult.Accepted.class);
      assertThat(server.commands().subList(1, 4))
          .containsExactly("STARTTLS", "EHLO localhost", "MAIL FROM:<mara@orchard.example>");
    }
  }

  @Test
  void saysNothingToAHostOfAnotherName() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("misnamed"))) {
      assertThat(post(server, keys.holding("right")))
          .isEqualTo(
              unreachable(
                  server,
                  "is made out to another name, so nothing was sent: set smtp.host to the"
                      + " name its operator gives."));
      assertThat(server.commands()).containsExactly("EHLO localhost", "STARTTLS");
    }
  }

  @Test
  void saysNothingToAHostThatNobodyVouchesFor() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("right"));
        SmtpPostbox postbox = new SmtpPostbox(startTls(server))) {
      assertThat(postbox.post(SampleMails.thankYou(), "kept", () -> {}))
          .isEqualTo(
              unreachable(
                  server,
                  "is not signed by anyone this machine trusts, so nothing was sent: check"
                      + " smtp.host, or ask the server's operator."));
      assertThat(server.commands()).containsExactly("EHLO localhost", "STARTTLS");
    }
  }

  @Test
  void saysNothingUnderAnExpiredCertificate() throws Exception {
    try (RudeServer server = new RudeServer(keys.holding("expired"))) {
      assertThat(post(server, keys.holding("right")))
          .isEqualTo(
              unreachable(
                  server,
                  "is out of date, so nothing was sent: its operator must renew it (or this"
                      + " machine's clock is wrong)."));
      assertThat(server.commands()).containsExactly("EHLO localhost", "STARTTLS");
    }
  }

  private static PostResult unreachable(RudeServer server, String why) {
    return new PostResult.Unreachable(
        "The certificate of the mail server " + server.address() + " " + why);
  }

  private static PostResult post(RudeServer server, SSLSocketFactory trust) {
    try (SmtpPostbox postbox = new SmtpPostbox(startTls(server), SHORT, trust)) {
      return postbox.post(SampleMails.thankYou(), "kept", () -> {});
    }
  }

  private static MailServer startTls(RudeServer server) {
    return new MailServer("localhost", server.address().port(), Encryption.STARTTLS, null);
  }
}
