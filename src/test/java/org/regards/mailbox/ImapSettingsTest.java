package org.regards.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regards.mail.MailServer.Encryption;

class ImapSettingsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"));

  @Test
  void readsTheInboxUnderTlsOfTheLastTwoWeeks() {
    ImapServer server =
        read(Map.of(
                "REGARDS_IMAP_HOST", "imap.orchard.example",
                "REGARDS_IMAP_USER", "care",
                "REGARDS_IMAP_PASSWORD", "quince"))
            .orElseThrow();
    assertThat(server.toString()).isEqualTo("imap.orchard.example:993");
    assertThat(server.encryption()).isEqualTo(Encryption.TLS);
    assertThat(server.folder()).isEqualTo("INBOX");
    assertThat(server.archive()).isEmpty();
    assertThat(server.sinceDays()).isEqualTo(14);
    assertThat(server.key("INBOX")).isEqualTo("care@imap.orchard.example:993/INBOX");
  }

  @Test
  void takesTheMailboxAndTheLoginOfTheServiceThatSends() {
    ImapServer server =
        read(Map.of(
                "REGARDS_SMTP_PRESET", "gmail",
                "REGARDS_SMTP_USER", "care@orchard.example",
                "REGARDS_SMTP_PASSWORD", "quince",
                "REGARDS_IMAP_ARCHIVE_FOLDER", "[Gmail]/Sent Mail"))
            .orElseThrow();
    assertThat(server.host()).isEqualTo("imap.gmail.com");
    assertThat(server.login().user()).isEqualTo("care@orchard.example");
    assertThat(server.archive()).isEqualTo("[Gmail]/Sent Mail");
  }

  @Test
  void knowsOfNoMailboxWithoutAHost() {
    assertThat(read(Map.of("REGARDS_IMAP_USER", "care"))).isEmpty();
  }

  @Test
  void saysEverythingThatIsWrong() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "REGARDS_IMAP_HOST", "imap.orchard.example",
                        "REGARDS_IMAP_ENCRYPTION", "none",
                        "REGARDS_IMAP_PORT", "many",
                        "REGARDS_IMAP_SINCE_DAYS", "0")))
        .hasMessage(
            "The mailbox's settings cannot be used: imap.encryption (REGARDS_IMAP_ENCRYPTION) is"
                + " \"none\", which is for a server on this machine (localhost) only; leave it out,"
                + " and the conversation with imap.orchard.example is encrypted; imap.port"
                + " (REGARDS_IMAP_PORT) is \"many\"; it must be a number from 1 to 65535, for"
                + " example 143; imap.since_days (REGARDS_IMAP_SINCE_DAYS) is \"0\"; it must be a"
                + " number from 1 to 3650, for example 14; imap.user (REGARDS_IMAP_USER) and"
                + " REGARDS_IMAP_PASSWORD are not set: the mailbox opens to nobody without them.");
  }

  private static Optional<ImapServer> read(Map<String, String> environment) {
    return ImapSettings.read(environment, Path.of(""), CLOCK);
  }
}
