package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a password or a token may be kept. */
class LoginSettingsTest {
  @TempDir Path folder;

  @Test
  void readsAPasswordFromTheFirstLineOfAFile() throws IOException {
    Files.writeString(folder.resolve("secret"), " s3cret \nand more\n");
    assertThat(proof("PASSWORD_FILE", "secret")).isEqualTo(new Proof.Password(" s3cret "));
    assertThat(proof("TOKEN_FILE", "secret")).isEqualTo(new Proof.Bearer(" s3cret "));
  }

  @Test
  void readsAPasswordFromTheFirstLineOfWhatACommandPrints() throws IOException {
    Files.writeString(folder.resolve("my secret"), "s3cret\nand more\n");
    assertThat(proof("PASSWORD_COMMAND", "cat 'my secret'"))
        .isEqualTo(new Proof.Password("s3cret"));
    assertThat(proof("TOKEN_COMMAND", "printf t0ken")).isEqualTo(new Proof.Bearer("t0ken"));
  }

  @Test
  void runsACommandWithoutAShell() {
    assertThat(proof("PASSWORD_COMMAND", "echo $HOME;id \"a  b\""))
        .isEqualTo(new Proof.Password("$HOME;id a  b"));
  }

  @Test
  void readsAPasswordAnewWhenTheServerRefusesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "old");
    Secret secret = login(settings("PASSWORD_FILE", "secret")).secret();
    Proof old = secret.proof();
    assertThat(secret.insteadOf(old)).isEmpty();
    Files.writeString(file, "new");
    assertThat(secret.proof()).isEqualTo(old);
    assertThat(secret.insteadOf(old)).contains(new Proof.Password("new"));
    assertThat(secret.proof()).isEqualTo(new Proof.Password("new"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PASSWORD_FILE|nowhere|smtp.password_file (REGARDS_SMTP_PASSWORD_FILE) names %s/nowhere,"
            + " which does not exist: make it, or check the setting.",
        "PASSWORD_FILE|empty|smtp.password_file (REGARDS_SMTP_PASSWORD_FILE) names %s/empty, whose"
            + " first line is empty: write the secret into it.",
        "TOKEN_FILE|.|smtp.token_file (REGARDS_SMTP_TOKEN_FILE) names %s/., which cannot be read:"
            + " check who may read it.",
        "PASSWORD_COMMAND|no-such-command s3cret|smtp.password_command"
            + " (REGARDS_SMTP_PASSWORD_COMMAND) names the command no-such-command, which cannot be"
            + " started: check the setting.",
        "PASSWORD_COMMAND|cat nowhere|The command cat of smtp.password_command"
            + " (REGARDS_SMTP_PASSWORD_COMMAND) ended with exit code 1: run it by hand and see what"
            + " it says.",
        "PASSWORD_COMMAND|true|The command true of smtp.password_command"
            + " (REGARDS_SMTP_PASSWORD_COMMAND) printed nothing: run it by hand and see what it"
            + " says."
      })
  void saysWhyThereIsNoSecret(String name, String value, String words) throws IOException {
    Files.writeString(folder.resolve("empty"), "\n");
    assertThat(proof(name, value)).isEqualTo(new Proof.Withheld(words.replace("%s", folder + "")));
  }

  @Test
  void doesNotWaitForeverForACommand() {
    assertThat(
            SecretCommand.run(
                List.of("cat", "/dev/zero"), folder, "a setting", Duration.ofMillis(50)))
        .isEqualTo(
            new SecretText.Missing(
                "The command cat of a setting was not done within 0 seconds: run it by hand and see"
                    + " what it waits for."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PASSWORD=a PASSWORD_FILE=b|REGARDS_SMTP_PASSWORD and REGARDS_SMTP_PASSWORD_FILE are all"
            + " set: keep one",
        "PASSWORD=a TOKEN=b|REGARDS_SMTP_PASSWORD and REGARDS_SMTP_TOKEN are all set, and one says"
            + " who you are: keep one",
        "USER=mara|smtp.user (REGARDS_SMTP_USER) is set but REGARDS_SMTP_PASSWORD is not: set both"
            + " or neither",
        "TOKEN_FILE=b USER=|smtp.token_file (REGARDS_SMTP_TOKEN_FILE) is set but smtp.user"
            + " (REGARDS_SMTP_USER) is not: set both or neither",
        "PRESET=gmail OAUTH_CLIENT_ID=x OAUTH_CLIENT_SECRET=y|smtp.oauth_client_id"
            + " (REGARDS_SMTP_OAUTH_CLIENT_ID) is set but REGARDS_SMTP_OAUTH_REFRESH_TOKEN is not:"
            + " it is what you get when you sign in",
        "PRESET=microsoft365 OAUTH_CLIENT_ID=x OAUTH_CLIENT_SECRET=y|smtp.oauth_tenant"
            + " (REGARDS_SMTP_OAUTH_TENANT) is not set: without a refresh token the program asks"
            + " for itself, and must name your organisation",
        "OAUTH_CLIENT_ID=x OAUTH_REFRESH_TOKEN=y|smtp.oauth_endpoint (REGARDS_SMTP_OAUTH_ENDPOINT)"
            + " is not set: it is the address that gives tokens, for example"
            + " https://login.example.org/token",
        "OAUTH_CLIENT_ID=x OAUTH_REFRESH_TOKEN=y OAUTH_ENDPOINT=http://example.org/t"
            + "|smtp.oauth_endpoint (REGARDS_SMTP_OAUTH_ENDPOINT) is \"http://example.org/t\"; it"
            + " must begin with https://"
      })
  void refusesSettingsThatDoNotGoTogether(String given, String words) {
    Map<String, String> settings = settings("USER", "mara");
    for (String setting : given.split(" ")) {
      String[] parts = setting.split("=", 2);
      settings.put("REGARDS_SMTP_" + parts[0], parts[1]);
    }
    assertThatThrownBy(() -> login(settings))
        .hasMessage("The mail server's settings cannot be used: " + words + ".");
  }

  @Test
  void anotherServerOfTheServiceTakesTheLoginOfSmtp() {
    Map<String, String> settings = settings("PASSWORD", "s3cret");
    assertThat(login(settings, "REGARDS_IMAP_")).isEqualTo(new Login("mara", "s3cret"));
    settings.put("REGARDS_IMAP_USER", "post");
    settings.put("REGARDS_IMAP_PASSWORD", "other");
    assertThat(login(settings, "REGARDS_IMAP_")).isEqualTo(new Login("post", "other"));
  }

  private Proof proof(String name, String value) {
    return login(settings(name, value)).secret().proof();
  }

  private static Map<String, String> settings(String name, String value) {
    Map<String, String> settings = new HashMap<>();
    settings.put("REGARDS_SMTP_USER", "mara");
    settings.put("REGARDS_SMTP_" + name, value);
    return settings;
  }

  private Login login(Map<String, String> settings) {
    return login(settings, "REGARDS_SMTP_");
  }

  private Login login(Map<String, String> settings, String prefix) {
    return MailSettings.login(settings, prefix, folder, () -> Instant.EPOCH).orElseThrow();
  }
}
