package org.regards.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a service gave no token (RFC 6749 5.2), in the words of the person who can mend it. */
final class TokenTrouble {
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,60}");

  /** Microsoft's number of what is wrong; the sentence around it may hold addresses. */
  private static final Pattern NUMBER = Pattern.compile("AADSTS[0-9]{4,9}");

  private TokenTrouble() {}

  static Proof of(TokenService.Client client, int status, JsonNode answer) {
    String service = client.service();
    String error = answer.path("error").asText("");
    if (status == 429 || status >= 500 || error.equals("temporarily_unavailable")) {
      return new Proof.NotNow(
          "%s gives no token to sign in with at the moment (HTTP %d): it is asked again later."
              .formatted(service, status));
    }
    String words =
        switch (error) {
          case "invalid_grant" ->
              client.refreshToken() == null
                  ? "%s gives the program no token: ask the administrator to grant it SMTP.SendAsApp."
                      .formatted(service)
                  : "%s no longer takes the refresh token: sign in again and renew %s."
                      .formatted(service, client.setting());
          case "invalid_client", "unauthorized_client" ->
              "%s does not know the program by its id and secret: check the client id and secret, and whether the secret has ended."
                  .formatted(service);
          case "invalid_scope", "access_denied", "consent_required", "interaction_required" ->
              "%s does not let the program send mail: sign in again and agree to it, or ask the administrator."
                  .formatted(service);
          case "" ->
              "What answers at %s is not the token service of %s (HTTP %d): check the setting of its address."
                  .formatted(client.endpoint().getHost(), service, status);
          default ->
              "%s gives no token to sign in with: check the settings of the token."
                  .formatted(service);
        };
    return new Proof.Withheld(words + said(error, answer.path("error_description").asText("")));
  }

  private static String said(String error, String description) {
    if (!ERROR.matcher(error).matches()) {
      return "";
    }
    Matcher number = NUMBER.matcher(description);
    return " It said: " + error + (number.find() ? " " + number.group() : "");
  }
}
