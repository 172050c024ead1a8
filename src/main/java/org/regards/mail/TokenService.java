package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regards.mail.SecretText.Found;
import org.regards.mail.SecretText.Missing;

/**
 * A service that gives access tokens (OAuth 2, RFC 6749): for a refresh token that somebody got by
 * signing in once (section 6), or for the program itself (section 4.4). A token is used until
 * shortly before its end.
 */
final class TokenService implements Secret {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A token must live through the opening of a connection. */
  private static final Duration SPARE = Duration.ofSeconds(60);

  private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final Client client;
  private final InstantSource clock;
  // held while the service is asked: several connections wait for one token
  private final ReentrantLock lock = new ReentrantLock();
  private Proof.@Nullable Bearer known;
  private Instant ends = Instant.MIN;

  /** The refresh token that took the place of the one in the settings, in this process. */
  private @Nullable String renewed;

  /**
   * Who asks, and what for.
   *
   * @param service its name for messages
   * @param secret null for a program that has none
   * @param refreshToken null where the program asks for itself
   * @param scope empty for what was agreed to when somebody signed in
   * @param setting the name of the setting with the refresh token, or of the client's secret
   */
  record Client(
      String service,
      URI endpoint,
      String id,
      @Nullable SecretText secret,
      @Nullable SecretText refreshToken,
      String scope,
      String setting) {}

  TokenService(Client client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Proof proof() {
    lock.lock();
    try {
      return known != null && clock.instant().isBefore(ends) ? known : asked();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Proof> insteadOf(Proof refused) {
    lock.lock();
    try {
      return Optional.of(known == null || known.equals(refused) ? asked() : known);
    } finally {
      lock.unlock();
    }
  }

  private Proof asked() {
    known = null;
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", client.id());
    if (client.secret() != null) {
      switch (client.secret().seek()) {
        case Found found -> form.put("client_secret", found.text());
        case Missing missing -> {
          return new Proof.Withheld(missing.why());
        }
      }
    }
    if (client.refreshToken() == null) {
      form.put("grant_type", "client_credentials");
    } else {
      form.put("grant_type", "refresh_token");
      if (renewed != null) {
        form.put("refresh_token", renewed);
      } else {
        switch (client.refreshToken().seek()) {
          case Found found -> form.put("refresh_token", found.text());
          case Missing missing -> {
            return new Proof.Withheld(missing.why());
          }
        }
      }
    }
    if (!client.scope().isEmpty()) {
      form.put("scope", client.scope());
    }
    return answered(form);
  }

  private Proof answered(Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(client.endpoint())
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = response.body()) {
        body = in.readNBytes(MOST_BYTES);
      }
      return read(response.statusCode(), body);
    } catch (IOException unreachable) {
      return new Proof.NotNow(
          "%s, which gives the tokens to sign in with, does not answer at %s: check that this machine reaches it; it is asked again later."
              .formatted(client.service(), client.endpoint().getHost()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Proof.NotNow("Waiting for a token was interrupted.");
    }
  }

  private Proof read(int status, byte[] body) {
    JsonNode answer;
    try {
      answer = JSON.readTree(new String(body, UTF_8));
    } catch (JsonProcessingException notJson) {
      answer = JSON.createObjectNode();
    }
    String token = answer.path("access_token").asText("");
    if (status != 200 || token.isEmpty()) {
      return TokenTrouble.of(client, status, answer);
    }
    Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(USUAL_LIFE.toSeconds()));
    ends = clock.instant().plus(life).minus(SPARE);
    Proof.Bearer bearer = new Proof.Bearer(token);
    known = bearer;
    keep(answer.path("refresh_token").asText(""));
    return bearer;
  }

  /** Microsoft gives a new refresh token with each answer, and lets the old one end some day. */
  private void keep(String refreshToken) {
    if (client.refreshToken() != null && !refreshToken.isEmpty()) {
      if (!refreshToken.equals(renewed)) {
        client.refreshToken().replace(refreshToken);
      }
      renewed = refreshToken;
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
