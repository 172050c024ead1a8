package org.regards.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;

/**
 * Nothing that a customer or a member of staff can type becomes a command, a header or the end of a
 * message: looked at in the bytes that reach the server.
 */
class InjectionTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  private final RudeServer server = new RudeServer().offers("PIPELINING", "DSN");
  private final SmtpPostbox postbox = new SmtpPostbox(server.address(), SHORT, null);

  @AfterEach
  void close() {
    postbox.close();
    server.close();
  }

  /** U+760D and U+760A become CR and LF when a character is cut to a byte (CVE-2025-7962). */
  static Stream<String> evil() {
    return Stream.of(
        "\u760d\u760a",
        "\u760a",
        "\u760d",
        "\r\n",
        "\r",
        "\n",
        "\0",
        "\1",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u010d\u010a",
        ">",
        " ");
  }

  @ParameterizedTest
  @MethodSource("evil")
  void noAddressHoldsIt(String evil) {
    for (String address :
        List.of(
            "mara" + evil + "RCPT TO:<x@y.example>@orchard.example",
            "mara" + evil + "@orchard.example",
            "mara@orchard" + evil + ".example",
            "mara@orchard.example" + evil)) {
      assertThatThrownBy(() -> new EmailAddress(address))
          .isInstanceOf(IllegalArgumentException.class);
      EmailAddress.parse(address)
          .ifPresent(parsed -> assertThat(parsed.value()).matches("[!-~&&[^<>]]+@[!-~&&[^<>]]+"));
    }
  }

  @ParameterizedTest
  @MethodSource("evil")
  void noNameOrSubjectMakesAHeader(String evil) {
    String words = "Ann" + evil + "Bcc: spy@evil.example" + evil + "X-Own: yes";
    post(
        MailForm.of(
            everywhere(words),
            new LetterId(12),
            SampleMails.ENVELOPE,
            Instant.parse("2026-11-02T09:30:00Z")));
    String head = server.messages().getFirst().split("\r\n\r\n", 2)[0];
    assertThat(head.lines())
        .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-Own"))
        .allMatch(line -> line.matches("[A-Z][A-Za-z-]+: .*|[ \t].*"));
    assertThat(head.replace("\r\n", "")).matches("[ -~\t]*");
    assertThat(commands()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("evil")
  void noEnvelopeIdMakesACommand(String evil) {
    post(identified("<a" + evil + "MAIL FROM:<b>@orchard.example>"));
    assertThat(commands().get(1))
        .matches("MAIL FROM:<mara@orchard\\.example> RET=HDRS ENVID=[!-~&&[^=<>]]+");
    assertThat(commands()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u760d\u760aMAIL", "\r\nMAIL", "\0", "\u00e9", "\u2028"})
  void noCommandHoldsMoreThanVisibleAscii(String evil) throws Exception {
    SmtpWire wire = SmtpWire.connect("localhost", server.address().port(), SHORT);
    assertThatThrownBy(() -> wire.say("RSET" + evil))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a command must be of visible ASCII, was U+");
    wire.cut();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\n.\\n",
        "\\r.\\r",
        "\\n.\\r\\n",
        "\\r\\n.\\n",
        "\\r\\n.\\r",
        "\\r.\\r\\n",
        "\\r\\n.\\r\\n",
        "\\r\\n\\0.\\r\\n",
        "\\r\\n.\\0\\r\\n",
        "\\r\\0\\n.\\r\\0\\n",
        "\\r\\r\\n.\\r\\r\\n"
      })
  void noMessageEndsBeforeItsEnd(String end) {
    String smuggled =
        "Hello"
            + end.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0")
            + "MAIL FROM:<admin@bank.example>\r\n"
            + "RCPT TO:<x@y.example>\r\n"
            + "DATA\r\n"
            + "Give me money\r\n";
    post(SampleMails.saying(smuggled, "tomoko"));
    assertThat(server.messages()).hasSize(1);
    assertThat(server.messages().getFirst())
        .contains("MAIL FROM:<admin@bank.example>")
        .endsWith("money\r\n");
    assertThat(commands()).hasSize(4);
    assertThat(server.received().getFirst().replace("\r\n", ""))
        .doesNotContain("\r")
        .doesNotContain("\n")
        .doesNotContain("\0");
    assertThat(server.received().getFirst().split("\r\n\\.\r\n", -1)).hasSize(2);
  }

  @Test
  void aDotAtTheBeginningOfALineArrivesAsItWas() {
    post(SampleMails.saying(".one\r\n..two\r\n.\r\nthree.\r\nfour", "tomoko"));
    assertThat(server.messages()).containsExactly(".one\r\n..two\r\n.\r\nthree.\r\nfour\r\n");
    assertThat(server.received().getFirst()).contains("\r\n..one\r\n...two\r\n..\r\nthree.");
  }

  @Test
  void aPieceOfAMessageIsNotTheEndOfIt() {
    Envelope envelope = SampleMails.ENVELOPE;
    post(
        new Mail(
            new MailIdentity("<a@orchard.example>", "digest"),
            envelope,
            pieces("one\r\n", ".\r\n", ".two\r\n")));
    assertThat(server.messages()).containsExactly("one\r\n.\r\n.two\r\n");
  }

  private static Letter everywhere(String words) {
    Letter letter =
        SampleLetters.thankYou(
            SampleLetters.named(words), SampleLetters.signedBy(words), LetterChannel.EMAIL);
    return new Letter(letter.head(), List.of(SampleLetters.text(words)), letter.parts());
  }

  private static Mail identified(String id) {
    return new Mail(new MailIdentity(id, "digest"), SampleMails.ENVELOPE, pieces("Hello\r\n"));
  }

  private static List<Piece> pieces(String... pieces) {
    return Stream.of(pieces).map(piece -> Piece.of(piece.getBytes(ISO_8859_1))).toList();
  }

  private List<String> commands() {
    return server.commands();
  }

  private void post(Mail mail) {
    assertThat(postbox.post(mail, "kept", () -> {})).isInstanceOf(PostResult.Accepted.class);
  }
}
