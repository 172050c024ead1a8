package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.letter.SampleLetters;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.RudeServer.Moment;

class SmtpPostboxTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(300));

  private final RudeServer server = new RudeServer();
  private final SmtpPostbox postbox = new SmtpPostbox(server.address(), SHORT, null);
  private final AtomicInteger dots = new AtomicInteger();

  @AfterEach
  void close() {
    postbox.close();
    server.close();
  }

  @Test
  void tellsWhatTheServerSaidToTheDot() {
    assertThat(post()).isEqualTo(accepted(250, "2.0.0 queued as 4XYZ"));
    assertThat(dots).hasValue(1);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void sendsTheVeryBytesThatWereFormed() throws Exception {
    Mail mail = mail();
    postbox.post(mail, "kept", () -> {});
    assertThat(server.messages())
        .containsExactly(
            new String(mail.open().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void saysTheEnvelopeAndNoMachineName() {
    post();
    assertThat(server.commands().subList(0, 4))
        .containsExactly(
            "EHLO localhost",
            "MAIL FROM:<mara@orchard.example>",
            "RCPT TO:<tomoko.arai@mail.example>",
            "DATA");
  }

  @Test
  void usesOneConnectionForMany() {
    post();
    post();
    assertThat(server.commands().stream().filter(command -> command.startsWith("EHLO"))).hasSize(1);
    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void takesAnotherPositiveAnswerToTheDotForYes() {
    server.answers(Moment.DOT, "251 fine");
    assertThat(post()).isEqualTo(accepted(251, "fine"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"MAIL", "RCPT", "DATA", "DOT"})
  void isRefusedForGood(Moment moment) {
    server.answers(moment, "550 5.1.1 <tomoko.arai@mail.example>: no such user");
    assertThat(post()).isEqualTo(new PostResult.Refused(new Reply(550, "5.1.1 <…>: no such user")));
    server.isPoliteAgain();
    assertThat(post()).isInstanceOf(PostResult.Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"MAIL", "RCPT", "DATA", "DOT"})
  void isDeferred(Moment moment) {
    server.answers(moment, "451 4.3.0 try later");
    assertThat(post()).isEqualTo(new PostResult.Deferred(new Reply(451, "4.3.0 try later")));
    server.answers(moment, "421 4.7.0 too many");
    assertThat(post()).isEqualTo(new PostResult.Deferred(new Reply(421, "4.7.0 too many")));
    server.isPoliteAgain();
    assertThat(post()).isInstanceOf(PostResult.Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"MAIL", "RCPT", "DATA"})
  void isDeferredWhenTheLineIsCutBeforeTheDot(Moment moment) {
    server.cutsAt(moment);
    assertThat(post()).isEqualTo(new PostResult.Deferred(new Reply(0, "the connection was lost")));
    assertThat(dots).hasValue(0);
    assertThat(server.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"MAIL", "RCPT", "DATA"})
  void isDeferredWhenTheServerFallsSilentBeforeTheDot(Moment moment) {
    server.fallsSilentAt(moment);
    assertThat(post()).isEqualTo(new PostResult.Deferred(new Reply(0, "the connection was lost")));
    assertThat(dots).hasValue(0);
  }

  @Test
  void isDeferredWhenTheLineIsCutWithinTheMessage() {
    server.cutsAt(Moment.FIRST_LINE);
    // more than both ends of a connection hold between them, so that the cut is felt
    Mail big = SampleMails.of(SampleLetters.saying("word ".repeat(4_000_000)));
    assertThat(postbox.post(big, "kept", dots::incrementAndGet))
        .isEqualTo(new PostResult.Deferred(new Reply(0, "the connection was lost")));
    assertThat(dots).hasValue(0);
  }

  @Test
  void isInDoubtWhenTheLineIsCutAfterTheDot() {
    server.cutsAt(Moment.DOT);
    assertThat(post()).isEqualTo(inDoubt());
    assertThat(server.messages()).hasSize(1);
    server.isPoliteAgain();
    assertThat(post()).isInstanceOf(PostResult.Accepted.class);
  }

  @Test
  void isInDoubtWhenTheServerFallsSilentAfterTheDot() {
    server.fallsSilentAt(Moment.DOT);
    assertThat(post()).isEqualTo(inDoubt());
  }

  @Test
  void isInDoubtWhenTheAnswerToTheDotIsNoAnswer() {
    server.answers(Moment.DOT, "lorem ipsum");
    assertThat(post()).isEqualTo(inDoubt());
  }

  @Test
  void waitsLongerForTheAnswerToTheDot() {
    Patience patient =
        new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMinutes(1));
    try (SmtpPostbox other = new SmtpPostbox(server.address(), patient, null)) {
      server.fallsSilentAt(Moment.DOT);
      Thread answering =
          Thread.ofVirtual()
              .start(
                  () -> {
                    PostResult result = other.post(mail(), "kept", () -> {});
                    assertThat(result).isEqualTo(inDoubt());
                  });
      // the test's own time limit would not be waited for: the server ends the silence by closing
      while (server.messages().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(answering.isAlive()).isTrue();
      server.close();
      answering.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void neverSendsTheDotWhenItIsHeldBack() {
    assertThatThrownBy(
            () ->
                postbox.post(
                    mail(),
                    "kept",
                    () -> {
                      throw new IllegalStateException("hold");
                    }))
        .hasMessage("hold");
    assertThat(server.messages()).isEmpty();
    assertThat(post()).isInstanceOf(PostResult.Accepted.class);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void saysWhenTheServerTakesNoMail() {
    server.answers(Moment.GREETING, "421 4.3.2 down for the night");
    assertThat(reason())
        .isEqualTo(
            "The mail server "
                + server.address()
                + " does not take mail now. It said: 4.3.2 down for the night.");
  }

  @Test
  void saysWhenTheServerHangsUpAtOnce() {
    server.cutsAt(Moment.GREETING);
    assertThat(reason())
        .isEqualTo(
            "The mail server "
                + server.address()
                + " ended the conversation before it began: try again later, or check"
                + " smtp.port.");
  }

  @Test
  void saysWhenTheServerIsSilent() {
    server.fallsSilentAt(Moment.GREETING);
    assertThat(reason())
        .isEqualTo(
            "The mail server "
                + server.address()
                + " did not answer in time: check smtp.host and smtp.port, and"
                + " whether a firewall lets mail out.");
  }

  @Test
  void saysWhenSomethingElseAnswers() {
    server.answers(Moment.GREETING, "SSH-2.0-OpenSSH_9.9");
    assertThat(reason())
        .isEqualTo(
            "What answers at "
                + server.address()
                + " does not speak SMTP, so nothing was sent: check smtp.host and"
                + " smtp.port.");
  }

  @Test
  void readsNoMoreThanAnAnswerCanHave() {
    server.answers(Moment.GREETING, "220 " + "x".repeat(4 * 1024 * 1024));
    assertThat(reason()).contains("does not speak SMTP");
    server.answers(Moment.GREETING, "220-more\r\n".repeat(1_000) + "220 done");
    assertThat(reason()).contains("does not speak SMTP");
  }

  @Test
  void goesOnWithAServerThatKnowsNoExtensions() {
    server.answers(Moment.EHLO, "502 5.5.1 what?");
    assertThat(post()).isInstanceOf(PostResult.Accepted.class);
    assertThat(server.commands().subList(0, 2)).containsExactly("EHLO localhost", "HELO localhost");
  }

  @Test
  void stopsWhenTheServerTakesNothingFromUs() {
    server.answers(Moment.GREETING, "554 5.7.1 your address is on a list");
    assertThat(post())
        .isEqualTo(
            new PostResult.ShutOut(
                "The mail server "
                    + server.address()
                    + " takes no mail from us: ask its operator. It said: 554 5.7.1 your address is"
                    + " on a list."));
  }

  @Test
  void saysWhenALoginIsWanted() {
    server.answers(Moment.MAIL, "530 5.7.0 Authentication required");
    assertThat(reason())
        .isEqualTo(
            "The mail server "
                + server.address()
                + " wants a user name and a password: set smtp.user and"
                + " REGARDS_SMTP_PASSWORD. It said: 530 5.7.0 Authentication required.");
  }

  @Test
  void saysNothingInTheClearWhenTlsIsNotOffered() {
    try (SmtpPostbox other =
        new SmtpPostbox(
            new MailServer("localhost", server.address().port(), Encryption.STARTTLS, null),
            SHORT,
            null)) {
      assertThat(other.post(mail(), "kept", () -> {}))
          .isEqualTo(
              new PostResult.Unreachable(
                  "The mail server "
                      + server.address()
                      + " does not offer to encrypt (STARTTLS), so nothing was sent: check"
                      + " smtp.port, or set smtp.encryption=tls if the server"
                      + " speaks TLS from the start (port 465)."));
    }
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void saysNothingInTheClearWhenTlsIsOfferedAndFails() {
    server.offers("STARTTLS");
    server.answers(Moment.STARTTLS, "454 4.7.0 not today");
    try (SmtpPostbox other =
        new SmtpPostbox(
            new MailServer("localhost", server.address().port(), Encryption.STARTTLS, null),
            SHORT,
            null)) {
      assertThat(other.post(mail(), "kept", () -> {})).isInstanceOf(PostResult.Unreachable.class);
    }
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (SmtpPostbox other =
        new SmtpPostbox(new MailServer("localhost", free, Encryption.NONE, null), SHORT, null)) {
      assertThat(other.post(mail(), "kept", () -> {}))
          .isEqualTo(
              new PostResult.Unreachable(
                  "No mail server answers at localhost:"
                      + free
                      + ": check smtp.host and smtp.port, and whether the server"
                      + " runs."));
    }
  }

  @Test
  void saysWhenThereIsNoSuchHost() {
    try (SmtpPostbox other =
        new SmtpPostbox(
            new MailServer("smtp.nowhere.invalid", 587, Encryption.STARTTLS, null), SHORT, null)) {
      assertThat(other.post(mail(), "kept", () -> {}))
          .isEqualTo(
              new PostResult.Unreachable(
                  "There is no mail server by the name of smtp.nowhere.invalid: check"
                      + " smtp.host."));
    }
  }

  private PostResult post() {
    return postbox.post(mail(), "kept", dots::incrementAndGet);
  }

  private String reason() {
    return switch (post()) {
      case PostResult.Unreachable unreachable -> unreachable.reason();
      case PostResult.ShutOut shutOut -> shutOut.reason();
      case PostResult other -> "not a word of the connection: " + other;
    };
  }

  private PostResult.InDoubt inDoubt() {
    return new PostResult.InDoubt(
        "the server "
            + server.address()
            + " had the whole message and the connection ended before it said whether it took it");
  }

  private static PostResult accepted(int code, String text) {
    return new PostResult.Accepted(new Reply(code, text), null);
  }

  private static Mail mail() {
    return SampleMails.thankYou();
  }
}
