package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.mail.RudeServer.Moment;

/** How the server comes to believe who we are (RFC 4954). */
class AuthenticationTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final Login PASSWORD = new Login("mara", "s3cret");
  private static final String PLAIN = base64("\0mara\0s3cret");
  private static final String ACCEPTED = "0 accepted 250 2.0.0 queued as 4XYZ";

  private final RudeServer server = new RudeServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void showsAPassword() {
    server.offers("AUTH LOGIN PLAIN").believesOnly(PLAIN);
    assertThat(became(PASSWORD)).contains(ACCEPTED);
    assertThat(server.commands()).contains("AUTH PLAIN " + PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"AUTH LOGIN", "AUTH=LOGIN"})
  void showsAPasswordToAnOldServer(String offer) {
    server.offers(offer).believesOnly(base64("mara") + " " + base64("s3cret"));
    assertThat(became(PASSWORD)).contains(ACCEPTED);
  }

  @Test
  void showsAToken() {
    server.offers("AUTH PLAIN XOAUTH2").believesOnly(base64("user=mara\1auth=Bearer t0ken\1\1"));
    assertThat(became(tokens("t0ken"))).contains(ACCEPTED);
  }

  @Test
  void showsAnotherTokenWhenTheServerRefusesTheFirst() {
    server.offers("AUTH XOAUTH2").believesOnly(base64("user=mara\1auth=Bearer new\1\1"));
    assertThat(became(tokens("old", "new"))).contains(ACCEPTED);
    assertThat(server.commands().subList(1, 4))
        .containsExactly(
            "AUTH XOAUTH2 " + base64("user=mara\1auth=Bearer old\1\1"),
            "", // the answer to what is wrong with it
            "AUTH XOAUTH2 " + base64("user=mara\1auth=Bearer new\1\1"));
  }

  @Test
  void asksForAnotherTokenOnce() {
    server.offers("AUTH XOAUTH2").believesOnly("nothing");
    assertThat(result(tokens("one", "two", "three")))
        .isEqualTo(
            new PostResult.ShutOut(
                "The mail server "
                    + server.address()
                    + " did not accept the token: check that smtp.user is the person who"
                    + " signed in, or sign in again. It said: 5.7.8 who are you?"));
    assertThat(server.commands()).filteredOn(it -> it.startsWith("AUTH")).hasSize(2);
  }

  @Test
  void saysWhenAPasswordIsNotAcceptedAndNeverThePassword() {
    server.offers("AUTH PLAIN").believesOnly("nothing");
    assertThat(result(PASSWORD))
        .isEqualTo(
            new PostResult.ShutOut(
                "The mail server "
                    + server.address()
                    + " did not accept the user name and password: check smtp.user and"
                    + " REGARDS_SMTP_PASSWORD. It said: 5.7.8 who are you?"));
    assertThat(server.address(PASSWORD).toString() + PASSWORD + PASSWORD.secret())
        .doesNotContain("s3cret")
        .doesNotContain("mara");
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @ParameterizedTest
  @CsvSource({
    "535 5.7.139 Authentication unsuccessful; SmtpClientAuthentication is disabled for the Tenant,"
        + " Ask the administrator of Microsoft 365 to allow authenticated SMTP for this mailbox.",
    "550 5.7.30 Basic authentication is not supported for Client Submission,"
        + " Microsoft takes no passwords from programs any more: set up tokens; as the manual says."
  })
  void saysWhatMicrosoftMeans(String answer, String advice) {
    server.offers("AUTH PLAIN").answers(Moment.AUTH, answer);
    assertThat(result(PASSWORD).toString()).contains(advice.replace(';', ','));
  }

  @Test
  void comesBackLaterWhenTheServerCannotTellNow() {
    server.offers("AUTH PLAIN").answers(Moment.AUTH, "454 4.7.0 Temporary failure");
    assertThat(result(PASSWORD))
        .isEqualTo(
            new PostResult.Unreachable(
                "The mail server "
                    + server.address()
                    + " does not take mail now. It said: 4.7.0 Temporary failure."));
  }

  @Test
  void saysWhenNoWayToSignInSuits() {
    server.offers("AUTH GSSAPI XOAUTH2");
    assertThat(result(PASSWORD))
        .isEqualTo(
            new PostResult.ShutOut(
                "The mail server "
                    + server.address()
                    + " lets us sign in by GSSAPI, XOAUTH2 only, which does not go with what is"
                    + " set: check REGARDS_SMTP_PASSWORD, or ask its operator for another way."));
  }

  @Test
  void tellsWhyThereIsNothingToShow() {
    server.offers("AUTH XOAUTH2");
    assertThat(result(new Login("mara", () -> new Proof.NotNow("Later."))))
        .isEqualTo(new PostResult.Unreachable("Later."));
    assertThat(result(new Login("mara", () -> new Proof.Withheld("Sign in again."))))
        .isEqualTo(new PostResult.ShutOut("Sign in again."));
  }

  @Test
  void signsInAnewOnEachConnection() {
    server.offers("AUTH PLAIN").answers(Moment.DOT, "421 4.7.0 too many");
    try (SmtpPostbox postbox = new SmtpPostbox(server.address(PASSWORD), SHORT, null)) {
      Posted.ofMany(2).over(postbox);
    }
    assertThat(server.commands()).filteredOn(it -> it.startsWith("AUTH")).hasSize(2);
  }

  private List<String> became(Login login) {
    try (SmtpPostbox postbox = new SmtpPostbox(server.address(login), SHORT, null)) {
      return Posted.ofMany(1).over(postbox).became();
    }
  }

  private PostResult result(Login login) {
    try (SmtpPostbox postbox = new SmtpPostbox(server.address(login), SHORT, null)) {
      return postbox.post(SampleMails.thankYou(), "kept", () -> {});
    }
  }

  /** Tokens that take the place of one another. */
  private static Login tokens(String... tokens) {
    Deque<String> left = new ArrayDeque<>(List.of(tokens));
    return new Login(
        "mara",
        new Secret() {
          @Override
          public Proof proof() {
            return new Proof.Bearer(left.getFirst());
          }

          @Override
          public Optional<Proof> insteadOf(Proof refused) {
            left.removeFirst();
            return Optional.of(proof());
          }
        });
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
