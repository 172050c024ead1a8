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

/** {@code regards mailbox}, with messages from files. */
class MailboxCommandsTest {
  private static final Path MAILS =
      Path.of("src", "test", "resources", "org", "regards", "mailbox", "mails");
  private static final String STRANGE_ID = "<0123456789abcdef0123456789abcdef01234567@tea.example>";

  @TempDir private Path folder;

  private Terminal tea = new Terminal(Path.of(""), Path.of(""));

  @BeforeEach
  void sendOne() throws IOException {
    tea = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    assertThat(tea.run("import src/main/resources/org/regards/demo").code()).isZero();
    assertThat(tea.run("compose T-102 --letter thank-you --as-of 2026-11-20").code()).isZero();
    Terminal.Ended sent = tea.run("send", tea.approved("L-1"));
    assertThat(sent.code()).as(sent.err()).isZero();
  }

  @Test
  void filesABounceAndSaysWhoSeesToIt() throws IOException {
    Terminal.Ended filed = tea.run("mailbox file", ofLetter("qmail"));
    assertThat(filed.code()).isZero();
    assertThat(filed.out())
        .isEqualToNormalizingNewlines(
            """
            L-1 to T-102 did not arrive: nobody there has this address (5.1.1). No email goes to that address any more. K-1 tells who sees to it: regards tasks --customer T-102
            1 message read: bounced 1.
            """);
    assertThat(tea.run("tasks --as em").out())
        .contains("see to it that the letter arrives another way: its email came back: L-1 did");
    assertThat(tea.run("show T-102").out()).contains("letter L-1 bounced: no-such-user");
    assertThat(tea.run("compose T-102 --letter thank-you --as-of 2026-11-20").firstLine())
        .startsWith("L-2");
    Terminal.Ended held = tea.run("send", tea.approved("L-2"));
    assertThat(held.code()).isEqualTo(1);
    assertThat(held.err() + held.out()).contains("compose it with --channel print");

    assertThat(tea.run("compose T-102 --letter thank-you --channel email --as-of 2026-11-20").err())
        .contains("It does not leave by email: L-", "or compose it with --channel print.");
    assertThat(tea.run("mailbox clear T-102").err()).contains("--as STAFF");
    assertThat(tea.run("mailbox clear T-102 --as em").out())
        .isEqualToNormalizingNewlines("Letters to T-102 go by email again.\n");
    assertThat(tea.run("mailbox clear T-102 --as em --json").json().get("cleared").asInt())
        .isZero();
    assertThat(tea.run("send L-2").code()).isZero();
  }

  @Test
  void filesAnAnswerThatMakesADraftStale() throws IOException {
    assertThat(tea.run("compose T-102 --letter thank-you --as-of 2026-11-20").firstLine())
        .startsWith("L-2");
    assertThat(tea.run("review L-2").out()).doesNotContain("has turned to us since");
    JsonNode filed = tea.run("mailbox file --json", ofLetter("reply")).json();
    assertThat(filed.get("counts").get("reply").asInt()).isEqualTo(1);
    JsonNode contact = filed.get("messages").get(0).get("contacts").get(0);
    assertThat(contact.get("interaction").asText()).isEqualTo("mail-1");
    assertThat(contact.get("otherAddress").asBoolean()).isTrue();
    assertThat(tea.run("review L-2").out())
        .contains("The customer has turned to us since this letter was written: mail-1, by email");
    assertThat(tea.run("show T-102").out()).contains("email from the customer mail-1 (em)");
    assertThat(tea.run("mailbox file", ofLetter("reply")).out())
        .isEqualToNormalizingNewlines("1 message read: filed-before 1.\n");
  }

  @Test
  void countsWhatItLeavesAlone() {
    assertThat(
            tea.run(
                    "mailbox file",
                    MAILS.resolve("qmail.eml").toString(),
                    MAILS.resolve("newsletter.eml").toString(),
                    MAILS.resolve("ooo-de.eml").toString())
                .out())
        .isEqualToNormalizingNewlines("3 messages read: forged 1, other 1, auto-reply 1.\n");
  }

  @Test
  void saysWhatIsMissing() {
    Terminal.Ended none = tea.run("mailbox");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err())
        .isEqualToNormalizingNewlines(
            """
            No mailbox is set: set imap.host and imap.user, and REGARDS_IMAP_PASSWORD in the environment. Without one, file messages that you saved: regards mailbox file FILE.eml
            """);
    String missing = folder.resolve("missing.eml").toString();
    assertThat(tea.run("mailbox file", missing).err())
        .isEqualToNormalizingNewlines(missing + " cannot be read: there is no such file.\n");
    assertThat(tea.run("mailbox --poll 0").code()).isEqualTo(2);
  }

  private String ofLetter(String name) throws IOException {
    Path mail = folder.resolve(name + ".eml");
    Files.writeString(
        mail, Files.readString(MAILS.resolve(name + ".eml")).replace(STRANGE_ID, messageId()));
    return mail.toString();
  }

  private String messageId() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("letters"))) {
      Path mail =
          files
              .filter(file -> file.toString().endsWith("L-000001-thank-you-T-102.eml"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(mail).stream()
          .filter(line -> line.startsWith("Message-ID:"))
          .map(line -> line.substring(line.indexOf('<')))
          .findFirst()
          .orElseThrow();
    }
  }
}
