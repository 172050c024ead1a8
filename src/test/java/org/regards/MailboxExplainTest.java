package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code regards mailbox explain}, from the message to what is printed of it. */
class MailboxExplainTest {
  private static final Path MAILS =
      Path.of("src", "test", "resources", "org", "regards", "mailbox", "mails");

  @TempDir private Path folder;

  private Terminal tea = new Terminal(Path.of(""), Path.of(""));

  @BeforeEach
  void makeStore() {
    tea = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    assertThat(tea.run("import src/main/resources/org/regards/demo").code()).isZero();
  }

  @Test
  void saysToAPersonWhatABounceMeans() {
    String file = MAILS.resolve("exchange-vague.eml").toString();
    Terminal.Ended ended = tea.run("mailbox explain", file);
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .isEqualToNormalizingNewlines(
            """
            %s: bounce: it did not arrive
              ruth@mail.example: our mail is not authenticated (SPF, DKIM, DMARC): mend it first (5.7.26, where the report says 5.0.0, permanent)
                550-5.7.26 Unauthenticated email from tea.example is not accepted due to domain's DMARC policy
                said by mx.mail.example
              names no letter of ours, so it would be ignored: anybody can write such a report
              because delivery status: Action failed, Status 5.0.0 for ruth@mail.example
              because said of ruth@mail.example: 550-5.7.26 Unauthenticated email from tea.example is not accepted due to domain's DMARC policy
            """
                .formatted(file));
  }

  @Test
  void saysTheSameToAScript() {
    String file = MAILS.resolve("forwarded-orcpt.eml").toString();
    JsonNode explained = tea.run("mailbox explain --json", file).json().get(0);
    assertThat(explained.get("file").asText()).isEqualTo(file);
    assertThat(explained.get("kind").asText()).isEqualTo("bounce");
    JsonNode recipient = explained.get("recipients").get(0);
    assertThat(recipient.get("address").asText()).isEqualTo("ruth@mail.example");
    assertThat(recipient.get("status").asText()).isEqualTo("5.2.1");
    assertThat(recipient.get("action").asText()).isEqualTo("failed");
    assertThat(recipient.get("reason").asText()).isEqualTo("disabled");
    assertThat(recipient.get("permanent").asBoolean()).isTrue();
    assertThat(recipient.get("diagnostic").asText())
        .isEqualTo("550 5.2.1 This mailbox is disabled");
    assertThat(explained.get("token").get("found").asBoolean()).isFalse();
    assertThat(explained.get("why").get(0).asText())
        .isEqualTo("delivery status: Action failed, Status 5.2.1 for ruth@mail.example");
  }

  @Test
  void namesTheLetterThatCameBack() throws IOException {
    assertThat(tea.run("compose T-102 --letter thank-you --as-of 2026-11-20").code()).isZero();
    Terminal.Ended sent = tea.run("send", tea.approved("L-1"));
    assertThat(sent.code()).as(sent.err()).isZero();

    Path bounce = folder.resolve("bounce.eml");
    Files.writeString(
        bounce,
        Files.readString(MAILS.resolve("qmail.eml"))
            .replaceAll("(?m)^Message-ID: .*$", messageIdOfWhatLeft()));
    JsonNode explained = tea.run("mailbox explain --json", bounce.toString()).json().get(0);
    assertThat(explained.get("token").get("found").asBoolean()).isTrue();
    assertThat(explained.get("token").get("letter").asText()).isEqualTo("L-1");
    assertThat(explained.get("recipients").get(0).get("sentTo").asText())
        .isEqualTo(explained.get("token").get("sentTo").asText());
  }

  private String messageIdOfWhatLeft() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("letters"))) {
      Path mail = files.filter(file -> file.toString().endsWith(".eml")).findFirst().orElseThrow();
      return Files.readAllLines(mail).stream()
          .filter(line -> line.startsWith("Message-ID:"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void saysWhichFileItCannotRead() {
    Path missing = folder.resolve("missing.eml");
    Terminal.Ended ended = tea.run("mailbox explain", missing.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualToNormalizingNewlines(missing + " cannot be read: there is no such file.\n");
  }
}
