package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.regards.mail.MailServer.Encryption;

class MailSettingsTest {
  @Test
  void namesNoServerByDefault() {
    assertThat(read(Map.of())).isEmpty();
    assertThat(read(Map.of("REGARDS_SMTP_HOST", " "))).isEmpty();
  }

  @Test
  void encryptsByDefault() {
    assertThat(read(Map.of("REGARDS_SMTP_HOST", "smtp.orchard.example")))
        .contains(new MailServer("smtp.orchard.example", 587, Encryption.STARTTLS, null));
    assertThat(
            read(Map.of("REGARDS_SMTP_HOST", "smtp.orchard.example", "REGARDS_SMTP_PORT", "465")))
        .contains(new MailServer("smtp.orchard.example", 465, Encryption.TLS, null));
  }

  @Test
  void readsEverything() {
    assertThat(
            read(
                Map.of(
                    "REGARDS_SMTP_HOST", "localhost",
                    "REGARDS_SMTP_PORT", "2525",
                    "REGARDS_SMTP_USER", "mara",
                    "REGARDS_SMTP_PASSWORD", " s3cret ",
                    "REGARDS_SMTP_ENCRYPTION", "none")))
        .contains(
            new MailServer("localhost", 2525, Encryption.NONE, new Login("mara", " s3cret ")));
  }

  @Test
  void namesAllProblemsAtOnceAndNoSecret() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "REGARDS_SMTP_HOST", "smtp.orchard.example",
                        "REGARDS_SMTP_PORT", "70000",
                        "REGARDS_SMTP_PASSWORD", "s3cret",
                        "REGARDS_SMTP_ENCRYPTION", "ssl")))
        .hasMessage(
            "The mail server's settings cannot be used: smtp.encryption (REGARDS_SMTP_ENCRYPTION)"
                + " is \"ssl\"; it may be one of starttls, tls, none; smtp.port (REGARDS_SMTP_PORT)"
                + " is \"70000\"; it must be a number from 1 to 65535, for example 587;"
                + " REGARDS_SMTP_PASSWORD is set but smtp.user (REGARDS_SMTP_USER) is not: set both"
                + " or neither.");
  }

  @Test
  void speaksInTheClearToThisMachineOnly() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "REGARDS_SMTP_HOST", "smtp.orchard.example",
                        "REGARDS_SMTP_ENCRYPTION", "none")))
        .hasMessage(
            "The mail server's settings cannot be used: smtp.encryption (REGARDS_SMTP_ENCRYPTION)"
                + " is \"none\", which is for a server on this machine (localhost) only; leave it"
                + " out, and the conversation with smtp.orchard.example is encrypted.");
  }

  @Test
  void knowsTheServersAndLimitsOfServicesThatManyUse() {
    Map<String, String> microsoft = Map.of("REGARDS_SMTP_PRESET", "microsoft365");
    assertThat(read(microsoft))
        .contains(new MailServer("smtp.office365.com", 587, Encryption.STARTTLS, null));
    assertThat(MailSettings.limits(microsoft))
        .isEqualTo(new SendingLimits(OptionalInt.of(30), OptionalInt.of(10_000), 3));
    assertThat(
            MailSettings.limits(
                Map.of("REGARDS_SMTP_PRESET", "gmail", "REGARDS_SMTP_CONNECTIONS", "2")))
        .isEqualTo(new SendingLimits(OptionalInt.empty(), OptionalInt.of(2_000), 2));
    assertThat(MailSettings.limits(Map.of())).isEqualTo(SendingLimits.NONE);
  }

  @Test
  void refusesAServiceThatItDoesNotKnowAndTooManyConnections() {
    Map<String, String> settings =
        Map.of("REGARDS_SMTP_PRESET", "hotmail", "REGARDS_SMTP_CONNECTIONS", "21");
    assertThatThrownBy(() -> MailSettings.limits(settings))
        .hasMessage(
            "The mail server's settings cannot be used: smtp.preset (REGARDS_SMTP_PRESET) is"
                + " \"hotmail\"; it may be one of gmail, microsoft365; smtp.connections"
                + " (REGARDS_SMTP_CONNECTIONS) is \"21\"; it must be a number from 1 to 20.");
    assertThatThrownBy(() -> read(settings)).hasMessageContaining("smtp.preset");
  }

  private static Optional<MailServer> read(Map<String, String> environment) {
    return MailSettings.read(environment, Path.of(""), () -> Instant.EPOCH);
  }
}
