package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.RudeServer.Moment;

class EncryptionTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  @BeforeAll
  static void generate() throws Exception {
    generate("authority", "-ext", "bc:c");
    generate("right", "-signer", "authority", "-ext", "SAN=dns:localhost");
    generate("misnamed", "-signer", "authority", "-ext", "SAN=dns:smtp.orchard.example");
    generate(
        "expired",
        "-signer",
        "authority",
        "-ext",
        "SAN=dns:localhost",
        "-startdate",
        "-2y",
        "-validity",
        "30");
  }

  @Test
  void sendsUnderTlsToTheHostOfTheCertificate() throws Exception {
    try (RudeServer server = new RudeServer(holding("right"))) {
      assertThat(post(server, holding("right")))
          .isEqualTo(new PostResult.Accepted(new Reply(250, "2.0.0 queued as 4XYZ"), null));
      assertThat(server.commands().subList(0, 3))
          .containsExactly("EHLO localhost", "STARTTLS", "EHLO localhost");
    }
  }

  /** What somebody on the way says behind the answer to STARTTLS (CVE-2011-0411 and its like). */
  @Test
  void forgetsWhatWasSaidInTheClear() throws Exception {
    try (RudeServer server = new RudeServer(holding("right"))) {
      server.answers(
          Moment.STARTTLS, "220 go on\r\n250-evil.example\r\n250 SIZE 1\r\n550 5.7.1 no");
      assertThat(post(server, holding("right"))).isInstanceOf(PostResult.Accepted.class);
      assertThat(server.commands().subList(1, 4))
          .containsExactly("STARTTLS", "EHLO localhost", "MAIL FROM:<mara@orchard.example>");
    }
  }

  @Test
  void saysNothingToAHostOfAnotherName() throws Exception {
    try (RudeServer server = new RudeServer(holding("misnamed"))) {
      assertThat(post(server, holding("right")))
          .isEqualTo(
              unreachable(
                  server,
                  "is made out to another name, so nothing was sent: set REGARDS_SMTP_HOST to the"
                      + " name its operator gives."));
      assertThat(server.commands()).containsExactly("EHLO localhost", "STARTTLS");
    }
  }

  @Test
  void saysNothingToAHostThatNobodyVouchesFor() throws Exception {
    try (RudeServer server = new RudeServer(holding("right"));
        SmtpPostbox postbox = new SmtpPostbox(startTls(server))) {
      assertThat(postbox.post(SampleMails.thankYou(), "kept", () -> {}))
          .isEqualTo(
              unreachable(
                  server,
                  "is not signed by anyone this machine trusts, so nothing was sent: check"
                      + " REGARDS_SMTP_HOST, or ask the server's operator."));
      assertThat(server.commands()).containsExactly("EHLO localhost", "STARTTLS");
    }
  }

  @Test
  void saysNothingUnderAnExpiredCertificate() throws Exception {
    try (RudeServer server = new RudeServer(holding("expired"))) {
      assertThat(post(server, holding("right")))
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

  /** A server with that certificate; it and its clients believe the one authority. */
  private static SSLSocketFactory holding(String alias)
      throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      all.load(in, PASSWORD);
    }
    KeyStore own = empty();
    own.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    KeyStore authority = empty();
    authority.setCertificateEntry("authority", all.getCertificate("authority"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authority);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static void generate(String alias, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    command.addAll(List.of(options));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }
}
