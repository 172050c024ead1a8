package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message makes the mailroom fail, nor hold it up. */
@Timeout(60)
class HostileMailTest {
  private static final Path MAILS =
      Path.of("src", "test", "resources", "org", "regards", "mailbox", "mails");
  private static final String REPORT =
      "From: MAILER-DAEMON@mail.example\nSubject: Undelivered Mail Returned to Sender\n";

  @Test
  void readsMessagesThatEndAnywhere() throws IOException {
    try (Stream<Path> files = Files.list(MAILS)) {
      for (Path file : files.toList()) {
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < 8; cut++) {
          explain(Arrays.copyOf(whole, whole.length * cut / 8));
        }
      }
    }
  }

  @Test
  void readsMessagesWithBytesThatAreWrong() throws IOException {
    Random random = new Random(7);
    try (Stream<Path> files = Files.list(MAILS)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length / 20; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        explain(bytes);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n"})
  void readsEveryKindOfLineEnd(String end) throws IOException {
    String message = Files.readString(MAILS.resolve("postfix.eml")).replace("\n", end);
    List<Reported> reported = explain(message.getBytes(ISO_8859_1)).incoming().recipients();
    assertThat(reported).extracting(Reported::address).containsExactly("ruth@mail.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<", "&", "<a@", "@", "a@b ", "550 ", "=?", "a:", "-", "\n\n", "5.1.", "(", "\\x{"
      })
  void isNotHeldUpByWhatRepeats(String piece) {
    String much = piece.repeat(400_000 / piece.length());
    assertQuick(REPORT + "\n" + much);
    assertQuick(REPORT + "Content-Type: text/html\n\n" + much);
    assertQuick("Subject: " + much + "\nContent-Type: " + much + "\n\n");
    assertQuick(
        REPORT
            + "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type:"
            + " message/delivery-status\n\nFinal-Recipient: rfc822; a@b\nAction: failed\n"
            + much);
  }

  @Test
  void isNotHeldUpByManyRecipients() {
    StringBuilder many =
        new StringBuilder(REPORT + "\nYour message could not be delivered to:\n\n");
    for (int i = 0; i < 20_000; i++) {
      many.append("<reader").append(i).append("@mail.example>:\n550 no such user\n");
    }
    assertQuick(many.toString());
  }

  @Test
  void endsWherePartsLieInPartsForever() {
    StringBuilder deep = new StringBuilder(REPORT);
    StringBuilder nameless = new StringBuilder(REPORT);
    for (int i = 0; i < 20_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i);
      deep.append('\n');
      nameless.append("Content-Type: multipart/mixed\n\n--b").append(i).append('\n');
    }
    assertQuick(deep.toString());
    assertQuick(nameless.toString());
    assertQuick(REPORT + "Content-Type: message/rfc822\n\n".repeat(20_000));
  }

  /** The report stands first; what comes back with it is passed over, not kept. */
  @Test
  void readsThirtyMegabytesInLittleMemory() throws IOException {
    byte[] report =
        Files.readString(MAILS.resolve("postfix.eml")).replace("--b1--", "").getBytes(ISO_8859_1);
    byte[] picture = (("A".repeat(76) + "\n").repeat(400_000)).getBytes(ISO_8859_1);
    InputStream whole =
        new SequenceInputStream(
            new ByteArrayInputStream(report), new ByteArrayInputStream(picture));
    Explained explained = Mailroom.withoutStore().explain(whole);
    assertThat(explained.incoming().word()).isEqualTo("bounce");
  }

  private static void assertQuick(String message) {
    assertThatCode(() -> explain(message.getBytes(ISO_8859_1))).doesNotThrowAnyException();
  }

  private static Explained explain(byte[] message) throws IOException {
    return Mailroom.withoutStore().explain(new ByteArrayInputStream(message));
  }
}
