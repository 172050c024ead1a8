package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each message of the folder is taken for what the list beside it says. */
class MailroomTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "regards", "mailbox");
  private static final Path MAILS = FOLDER.resolve("mails");

  /**
   * A line of the list.
   *
   * @param recipients with status and, where something is wrong, reason
   */
  private record Expected(String name, String kind, List<String> recipients) {
    static Expected of(String line) {
      String[] cells = line.split(" \\| ?", -1);
      String recipients = cells.length > 2 ? cells[2].strip() : "";
      return new Expected(
          cells[0].strip(),
          cells[1].strip(),
          recipients.isEmpty() ? List.of() : List.of(recipients.split(",")));
    }
  }

  private static List<Expected> list() throws IOException {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("mails.txt"))) {
      return lines.filter(line -> !line.startsWith("#")).map(Expected::of).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> takesEachMessageForWhatItIs() throws IOException {
    return list().stream()
        .map(
            expected ->
                dynamicTest(
                    expected.name(),
                    () -> {
                      Explained explained = explain(MAILS.resolve(expected.name() + ".eml"));
                      Incoming incoming = explained.incoming();
                      assertThat(incoming.word()).isEqualTo(expected.kind());
                      assertThat(incoming.recipients().stream().map(MailroomTest::words))
                          .isEqualTo(expected.recipients());
                      assertThat(explained.why()).isNotEmpty();
                    }));
  }

  private static String words(Reported reported) {
    String reason = reported.action().isGood() ? "" : " " + reported.reason().word();
    return reported.address() + " " + reported.status() + reason;
  }

  @Test
  void listsEveryMessageOfTheFolder() throws IOException {
    Set<String> listed = list().stream().map(Expected::name).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(MAILS)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".eml", "")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void saysTheStatusThatTheReportGivesWhereItIsLessExact() throws IOException {
    Reported reported = only("exchange-vague");
    assertThat(reported.status()).hasToString("5.7.26");
    assertThat(reported.given()).contains(new StatusCode(5, 0, 0));
    assertThat(reported.reason().isOurs()).isTrue();
  }

  @Test
  void namesTheAddressThatWeWroteToWhenItWasForwarded() throws IOException {
    assertThat(only("forwarded-orcpt").sentTo()).isEqualTo("ruth@mail.example");
    assertThat(only("exim-forwarded").address()).isEqualTo("ruth@mail.example");
  }

  @Test
  void seesByItsFormThatALetterOfOursMayBeMeant() throws IOException {
    assertThat(explain(MAILS.resolve("qmail.eml")).token()).isInstanceOf(Token.Likely.class);
    assertThat(explain(MAILS.resolve("reply.eml")).token()).isInstanceOf(Token.Likely.class);
    assertThat(explain(MAILS.resolve("yahoo.eml")).token().found()).isPresent();
    assertThat(explain(MAILS.resolve("new-mail.eml")).token()).isEqualTo(new Token.None());
  }

  @Test
  void saysWhatElseAMessageIs() throws IOException {
    assertThat(what("read-receipt")).isEqualTo("read receipt");
    assertThat(what("complaint")).isEqualTo("complaint");
    assertThat(what("newsletter")).isEqualTo("list mail or newsletter");
    assertThat(what("postfix-delivered")).isEqualTo("delivery receipt");
    assertThat(what("new-mail")).isEqualTo("new mail");
  }

  @Test
  void tellsTheMailSystemAndTheServer() throws IOException {
    assertThat(explain(MAILS.resolve("exim.eml")).system()).isEqualTo("Exim");
    assertThat(explain(MAILS.resolve("qmail.eml")).system()).isEqualTo("qmail");
    assertThat(only("postfix").server()).isEqualTo("mx.mail.example");
  }

  @Test
  void saysWhatAMessageIsByItselfThatBringsAReport() throws IOException {
    Explained forwarded = explain(MAILS.resolve("forwarded-report.eml"));
    assertThat(forwarded.incoming()).isInstanceOf(Incoming.Bounce.class);
    assertThat(forwarded.outer()).isNotNull();
    assertThat(forwarded.outer().incoming())
        .isEqualTo(new Incoming.Other(Mailroom.NEW_MAIL, List.of()));
    assertThat(explain(MAILS.resolve("qmail.eml")).outer()).isNull();
  }

  @Test
  void explainsWhatIsNoMessage() throws IOException {
    assertThat(what(new byte[0])).isEqualTo("not a message");
    assertThat(what("\n\n".getBytes(UTF_8))).isEqualTo("not a message");
    assertThat(what("just words".getBytes(UTF_8))).isEqualTo("not a message");
  }

  @Test
  void tellsWhoSavedTheWrongKindOfFileWhatToDo() throws IOException {
    byte[] outlook = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
    Explained explained = Mailroom.withoutStore().explain(new ByteArrayInputStream(outlook));
    assertThat(explained.why().getFirst())
        .hasToString("message: it begins as Outlook's own .msg files do: save the message as .eml");
  }

  @Test
  void explainsTheFirstMessageOfAFileOfMany() throws IOException {
    String separator = "From somebody@mail.example Fri Nov 20 10:00:00 2026\n";
    String reply = Files.readString(MAILS.resolve("reply.eml"));
    String report = Files.readString(MAILS.resolve("postfix.eml"));
    assertThat(what((separator + reply + "\n" + separator + report).getBytes(UTF_8)))
        .isEqualTo("reply");
    assertThat(what((separator + report + "\n" + separator + reply).getBytes(UTF_8)))
        .isEqualTo("bounce");
  }

  @Test
  void readsPastAByteOrderMark() throws IOException {
    String report = Files.readString(MAILS.resolve("postfix.eml"));
    assertThat(what(("\uFEFF" + report).getBytes(UTF_8))).isEqualTo("bounce");
  }

  private static Reported only(String name) throws IOException {
    List<Reported> reported = explain(MAILS.resolve(name + ".eml")).incoming().recipients();
    assertThat(reported).hasSize(1);
    return reported.getFirst();
  }

  private static String what(String name) throws IOException {
    return what(Files.readAllBytes(MAILS.resolve(name + ".eml")));
  }

  private static String what(byte[] message) throws IOException {
    Incoming incoming =
        Mailroom.withoutStore().explain(new ByteArrayInputStream(message)).incoming();
    return incoming instanceof Incoming.Other other ? other.what() : incoming.word();
  }

  private static Explained explain(Path file) throws IOException {
    try (InputStream message = Files.newInputStream(file)) {
      return Mailroom.withoutStore().explain(message);
    }
  }
}
