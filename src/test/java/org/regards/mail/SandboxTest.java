package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.customer.EmailAddress;
import org.regards.letter.LetterId;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;

class SandboxTest {
  @TempDir Path folder;

  @Test
  void keepsEachMessageAsAFile() throws Exception {
    Mail mail = mail();
    try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"))) {
      for (String name : new String[] {"one", "two"}) {
        Path file = folder.resolve("sandbox").resolve(name + ".eml");
        assertThat(sandbox.post(mail, name, () -> {}))
            .isEqualTo(new PostResult.Accepted(new Reply(250, "OK"), file));
        MimeMessage kept = new MimeMessage((Session) null, Files.newInputStream(file));
        assertThat(kept.getMessageID()).isEqualTo(mail.messageId());
        assertThat(kept.getHeader("Return-Path")).containsExactly("<mara@orchard.example>");
      }
      assertThat(sandbox.serverName()).isEqualTo("sandbox");
    }
  }

  @Test
  void opensNothingBeforeTheFirstMessage() {
    new Sandbox(folder.resolve("sandbox")).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsNothingThatWasHeldBack() {
    try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"))) {
      assertThatThrownBy(
              () ->
                  sandbox.post(
                      mail(),
                      "one",
                      () -> {
                        throw new IllegalStateException("hold");
                      }))
          .hasMessage("hold");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhyItCannotKeepAMessage() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("sandbox"), "a file");
    try (Sandbox sandbox = new Sandbox(inTheWay)) {
      assertThat(sandbox.post(mail(), "one", () -> {}))
          .isEqualTo(
              new PostResult.Unreachable(
                  "The file %s could not be written: a file is in the place of a folder."
                      .formatted(inTheWay.resolve("one.eml"))));
    }
  }

  private static Mail mail() {
    return MailForm.of(
        SampleLetters.thankYou(),
        new LetterId(12),
        new Envelope(
            new EmailAddress("mara@orchard.example"), new EmailAddress("tomoko.arai@mail.example")),
        Instant.parse("2026-11-02T09:30:00Z"));
  }
}
