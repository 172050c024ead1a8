package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens from a service of the test's own, as Google and Microsoft give them. */
class TokenServiceTest {
  private static final String TOKEN =
      "{\"access_token\":\"t0ken-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600%s}";

  @TempDir Path folder;

  private final Map<String, String> settings = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer service;
  private Instant now = Instant.parse("2026-11-02T09:30:00Z");
  private int status = 200;
  private String answer = TOKEN.formatted(1, "");

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    service.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
    settings.put("REGARDS_SMTP_PRESET", "gmail");
    settings.put("REGARDS_SMTP_USER", "mara@orchard.example");
    settings.put("REGARDS_SMTP_OAUTH_CLIENT_ID", "regards");
    settings.put("REGARDS_SMTP_OAUTH_CLIENT_SECRET", "c1ient");
    settings.put("REGARDS_SMTP_OAUTH_REFRESH_TOKEN", "r3fresh/+");
    settings.put(
        "REGARDS_SMTP_OAUTH_ENDPOINT",
        "http://localhost:" + service.getAddress().getPort() + "/token");
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void givesATokenForARefreshToken() {
    assertThat(secret().proof()).isEqualTo(new Proof.Bearer("t0ken-1"));
    assertThat(asked)
        .containsExactly(
            "client_id=regards&client_secret=c1ient&grant_type=refresh_token"
                + "&refresh_token=r3fresh%2F%2B");
  }

  @Test
  void keepsATokenUntilAMinuteBeforeItsEnd() {
    Secret secret = secret();
    secret.proof();
    answer = TOKEN.formatted(2, "");
    now = now.plus(Duration.ofSeconds(3_539));
    assertThat(secret.proof()).isEqualTo(new Proof.Bearer("t0ken-1"));
    now = now.plusSeconds(1);
    assertThat(secret.proof()).isEqualTo(new Proof.Bearer("t0ken-2"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void asksForAnotherWhenAServerRefusesOne() {
    Secret secret = secret();
    Proof first = secret.proof();
    answer = TOKEN.formatted(2, "");
    assertThat(secret.insteadOf(first)).contains(new Proof.Bearer("t0ken-2"));
    // another connection that was refused with the first one needs no third
    assertThat(secret.insteadOf(first)).contains(new Proof.Bearer("t0ken-2"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void keepsTheNewRefreshTokenWhereTheOldOneWas() throws IOException {
    Path file = Files.writeString(folder.resolve("refresh"), "first\n");
    settings.remove("REGARDS_SMTP_OAUTH_REFRESH_TOKEN");
    settings.put("REGARDS_SMTP_OAUTH_REFRESH_TOKEN_FILE", "refresh");
    answer = TOKEN.formatted(1, ",\"refresh_token\":\"second\"");
    Secret secret = secret();
    secret.insteadOf(secret.proof());
    assertThat(asked.getFirst()).endsWith("refresh_token=first");
    assertThat(asked.getLast()).endsWith("refresh_token=second");
    assertThat(file).hasContent("second\n");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void asksForTheProgramItself() {
    settings.put("REGARDS_SMTP_PRESET", "microsoft365");
    settings.put("REGARDS_SMTP_OAUTH_TENANT", "orchard.example");
    settings.remove("REGARDS_SMTP_OAUTH_REFRESH_TOKEN");
    assertThat(secret().proof()).isEqualTo(new Proof.Bearer("t0ken-1"));
    assertThat(asked)
        .containsExactly(
            "client_id=regards&client_secret=c1ient&grant_type=client_credentials"
                + "&scope=https%3A%2F%2Foutlook.office365.com%2F.default");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|invalid_grant|Google no longer takes the refresh token: sign in again and renew"
            + " REGARDS_SMTP_OAUTH_REFRESH_TOKEN. It said: invalid_grant AADSTS700082",
        "401|invalid_client|Google does not know the program by its id and secret: check the client"
            + " id and secret, and whether the secret has ended. It said: invalid_client"
            + " AADSTS700082",
        "400|invalid_scope|Google does not let the program send mail: sign in again and agree to"
            + " it, or ask the administrator. It said: invalid_scope AADSTS700082",
        "400|new_kind|Google gives no token to sign in with: check the settings of the token. It"
            + " said: new_kind AADSTS700082",
        "400|Not <one>|Google gives no token to sign in with: check the settings of the token."
      })
  void saysWhatAPersonMustMend(int code, String error, String words) {
    status = code;
    answer =
        "{\"error\":\"%s\",\"error_description\":\"AADSTS700082: mara@orchard.example r3fresh\"}"
            .formatted(error);
    assertThat(secret().proof()).isEqualTo(new Proof.Withheld(words));
  }

  @Test
  void saysWhenSomethingElseAnswers() {
    answer = "<html>";
    assertThat(secret().proof())
        .isEqualTo(
            new Proof.Withheld(
                "What answers at localhost is not the token service of Google (HTTP 200): check the"
                    + " setting of its address."));
  }

  @Test
  void comesBackLaterWhenTheServiceIsDown() {
    status = 503;
    assertThat(secret().proof())
        .isEqualTo(
            new Proof.NotNow(
                "Google gives no token to sign in with at the moment (HTTP 503): it is asked again"
                    + " later."));
    service.stop(0);
    assertThat(secret().proof())
        .isEqualTo(
            new Proof.NotNow(
                "Google, which gives the tokens to sign in with, does not answer at localhost:"
                    + " check that this machine reaches it; it is asked again later."));
  }

  @Test
  void signsInToAMailServer() {
    try (RudeServer server = new RudeServer().offers("AUTH XOAUTH2");
        SmtpPostbox postbox = new SmtpPostbox(server.address(login()))) {
      assertThat(postbox.post(SampleMails.thankYou(), "kept", () -> {}))
          .isInstanceOf(PostResult.Accepted.class);
      assertThat(server.commands().get(1)).startsWith("AUTH XOAUTH2 dXNlcj1tYXJhQG9yY2hhcmQu");
    }
  }

  @Test
  void isNeverPrinted() {
    Login login = login();
    Proof proof = login.secret().proof();
    assertThat(login + " " + login.secret() + " " + proof)
        .doesNotContain("t0ken")
        .doesNotContain("c1ient")
        .doesNotContain("r3fresh");
  }

  private Secret secret() {
    return login().secret();
  }

  private Login login() {
    return MailSettings.login(settings, "REGARDS_SMTP_", folder, () -> now).orElseThrow();
  }
}
