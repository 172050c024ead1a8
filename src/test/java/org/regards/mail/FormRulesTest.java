package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.EmailAddress;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;

class FormRulesTest {
  private static final EmailAddress TOMOKO = new EmailAddress("tomoko.arai@mail.example");
  private static final Envelope ENVELOPE =
      new Envelope(new EmailAddress("mara@orchard.example"), TOMOKO);
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:30:00Z");
  private static final LetterId L12 = new LetterId(12);

  @ParameterizedTest
  @EnumSource(value = LetterType.class, mode = EnumSource.Mode.EXCLUDE, names = "FAREWELL_CARD")
  void marksNoLetterThatAPersonStandsBehind(LetterType type) throws Exception {
    assertThat(header(Map.of(), type))
        .doesNotContain(
            "Auto-Submitted", "Auto-Response", "Precedence", "List-", "Reply-To", "X-", "Bcc");
  }

  @Test
  void asksMachinesNotToAnswerACard() throws Exception {
    assertThat(header(Map.of(), LetterType.FAREWELL_CARD))
        .contains("\r\nX-Auto-Response-Suppress: OOF, AutoReply\r\n")
        .doesNotContain("Auto-Submitted");
  }

  @Test
  void takesAnswersWhereTheBusinessReadsThem() throws Exception {
    assertThat(
            header(
                Map.of(FormRulesSettings.REPLY_TO, "care@orchärd.example"), LetterType.EXPLANATION))
        .contains("\r\nReply-To: care@xn--orchrd-eua.example\r\n");
  }

  @Test
  void letsWhoWasInvitedEndThatWithOneClick() throws Exception {
    Map<String, String> settings =
        Map.of(FormRulesSettings.UNSUBSCRIBE, "https://orchard.example/stop?m={message}");
    String header = header(settings, LetterType.INVITE);
    String id =
        MailForm.identity(L12, MailWords.of(SampleLetters.of(LetterType.INVITE), ENVELOPE))
            .messageId()
            .substring(1, 41);
    assertThat(header)
        .contains("\r\nList-Unsubscribe: <https://orchard.example/stop?m=" + id + ">\r\n")
        .contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    assertThat(header(settings, LetterType.THANK_YOU)).doesNotContain("List-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://orchard.example/{message}",
        "https://orchard.example/stop",
        "mailto:stop@orchard.example?{message}",
        "https://orchard.example/{message}> <x",
        "https:///{message}",
        "https://orchard.example/{message}\u760D\u760A"
      })
  void wantsAPageThatKnowsWhoAsks(String template) {
    assertThat(UnsubscribePage.of(template)).isEmpty();
  }

  @Test
  void sendsTheArchiveACopyThatNoHeaderTellsOf() throws Exception {
    Mail mail =
        mail(Map.of(FormRulesSettings.ARCHIVE, "archive@orchard.example"), LetterType.EDUCATE);
    assertThat(mail.envelope().archive()).isEqualTo(new EmailAddress("archive@orchard.example"));
    assertThat(whole(mail)).doesNotContain("archive", "Bcc");
    assertThat(whole(mail)).isEqualTo(whole(mail(Map.of(), LetterType.EDUCATE)));
  }

  @Test
  void sendsTheArchiveNoSecondCopyOfItsOwn() throws Exception {
    assertThat(
            mail(Map.of(FormRulesSettings.ARCHIVE, TOMOKO.value()), LetterType.EDUCATE)
                .envelope()
                .archive())
        .isNull();
  }

  private static Mail mail(Map<String, String> settings, LetterType type) {
    MailWords words = MailWords.of(SampleLetters.of(type), ENVELOPE);
    return MailForm.of(FormRulesSettings.read(settings, Path.of("")))
        .fill(words, MailForm.identity(L12, words), MONDAY, MailExtras.NONE);
  }

  private static String header(Map<String, String> settings, LetterType type) throws Exception {
    String whole = whole(mail(settings, type));
    return whole.substring(0, whole.indexOf("\r\n\r\n") + 2);
  }

  private static String whole(Mail mail) throws Exception {
    return new String(mail.open().readAllBytes(), US_ASCII);
  }
}
