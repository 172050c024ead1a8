package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.EmailAddress;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.PartName;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;

class MailFormTest {
  private static final EmailAddress MARA = new EmailAddress("mara@orchard.example");
  private static final EmailAddress TOMOKO = new EmailAddress("tomoko.arai@mail.example");
  private static final Envelope ENVELOPE = new Envelope(MARA, TOMOKO);
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:30:00Z");
  private static final LetterId L12 = new LetterId(12);

  @Test
  void goesFromTheSignatoryToTheCustomer() throws Exception {
    Mail mail = formed(SampleLetters.thankYou());
    assertThat(header(mail))
        .isEqualTo(
            """
            Date: Mon, 2 Nov 2026 09:30:00 +0000
            From: Mara Keller <mara@orchard.example>
            To: Ms Tomoko Arai <tomoko.arai@mail.example>
            Message-ID: %s
            Subject: Thank you, Tomoko
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="%s"
            Content-Language: en-GB
            """
                .formatted(mail.messageId(), boundary(mail)));
    assertThat(mail.messageId()).matches("<[0-9a-f]{40}@orchard\\.example>");
    assertThat(mail.envelope()).isEqualTo(ENVELOPE);
  }

  @Test
  void saysItInPlainTextFirstAndCompletely() throws Exception {
    MimeMultipart faces = faces(formed(SampleLetters.thankYou()));
    assertThat(faces.getCount()).isEqualTo(2);
    assertThat(faces.getBodyPart(0).getContentType())
        .isEqualTo("text/plain; charset=UTF-8; format=flowed");
    assertThat(faces.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(text(formed(SampleLetters.thankYou())).replace(" \r\n", "⏎\n").replace("\r\n", "\n"))
        .isEqualTo(
            """
            Dear Ms Arai

            On 30 October you told a friend how we repaired the lamp, and she wrote to us⏎
            the same evening to ask whether we would look at hers.

            - her lamp is mended
            - the workshop has your words on its wall

            Lamp   Mended
            yours  3 May
            hers   31 October

            We keep the spare shade for you; here it is⏎
            (https://orchard.example/shades?id=4&size=2).

            Yours sincerely

            Mara Keller
            Head of customer care
            +44 1904 960 100
            """);
  }

  @Test
  void saysTheSameInHtml() throws Exception {
    assertThat(bare(html(formed(SampleLetters.thankYou()))))
        .isEqualTo(
            """
            <p>Dear Ms Arai</p>
            <p>On 30 October you told a friend how we repaired the lamp, and she wrote to us the same\
             evening to ask whether we would look at hers.</p>
            <ul>
            <li>her lamp is <em>mended</em></li>
            <li>the workshop has your words on its wall</li>
            </ul>
            <table>
            <thead><tr><th scope="col">Lamp</th><th scope="col">Mended</th></tr></thead>
            <tbody>
            <tr><td>yours</td><td>3 May</td></tr>
            <tr><td>hers</td><td>31 October</td></tr>
            </tbody>
            </table>
            <p>We keep the spare shade for you;\
             <a href="https://orchard.example/shades?id=4&amp;size=2">here it is</a>.</p>
            <p>Yours sincerely</p>
            <address>Mara Keller<br>
            Head of customer care<br>
            +44 1904 960 100</address>
            """);
  }

  @Test
  void namesLanguageAndTitleAndFetchesNothing() throws Exception {
    String html = html(formed(SampleLetters.thankYou()));
    assertThat(html)
        .startsWith("<!DOCTYPE html>\r\n<html lang=\"en-GB\" dir=\"ltr\">")
        .contains("<title>Thank you, Tomoko</title>")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("<img", "<link", "<script", "url(", "@import", "http-equiv");
  }

  @Test
  void tellsNobodyWhichRecordAFactCameFrom() {
    assertThat(whole(formed(SampleLetters.thankYou())))
        .doesNotContain("C-1017", "I-77", "given_name", "L-12");
  }

  @Test
  void isNotMarkedAsAutomatic() {
    assertThat(whole(formed(SampleLetters.thankYou())))
        .doesNotContain("Auto-Submitted", "Precedence", "List-Unsubscribe", "Reply-To", "X-Mailer");
  }

  @Test
  void formsTheSameBytesAgain() {
    assertThat(whole(formed(SampleLetters.thankYou())))
        .isEqualTo(whole(formed(SampleLetters.thankYou())));
  }

  @Test
  void givesEachLetterRecipientAndContentAnIdOfItsOwn() {
    Letter letter = SampleLetters.thankYou();
    String id = formed(letter).messageId();
    Envelope other = new Envelope(MARA, new EmailAddress("t.arai@work.example"));
    assertThat(MailForm.of(letter, L12, ENVELOPE, MONDAY.plusSeconds(86_400)).messageId())
        .isEqualTo(id);
    assertThat(MailForm.of(letter, new LetterId(13), ENVELOPE, MONDAY).messageId())
        .isNotEqualTo(id);
    assertThat(MailForm.of(letter, L12, other, MONDAY).messageId()).isNotEqualTo(id);
    assertThat(formed(SampleLetters.withSubject("Thank you")).messageId()).isNotEqualTo(id);
    assertThat(formed(SampleLetters.saying("Hello")).digest())
        .isNotEqualTo(formed(letter).digest());
  }

  /** A change here would give every letter on its way another Message-ID at its next attempt. */
  @Test
  void identifiesALetterOnItsWayAsBefore() {
    assertThat(MailForm.identity(L12, MailWords.of(SampleLetters.thankYou(), ENVELOPE)))
        .isEqualTo(
            new MailIdentity(
                "<70cebe53ded26e2cdd5c408ec931bda69ea1dd3f@orchard.example>",
                "9aa63ac3ca0ae31cdda7c2a6ab9d1b98ec285c3e422b4b4af49d849903e45bd2"));
    assertThat(
            MailForm.identity(
                L12, MailWords.of(SampleLetters.saying("Grüße, ".repeat(150)), ENVELOPE)))
        .isEqualTo(
            new MailIdentity(
                "<820f83b3451146914f52847ced2355d6fac3b959@orchard.example>",
                "7301bcdb2a54290c069b3d6b695fe27758ccbc428cf01cf61f0ab2db980cbe5c"));
  }

  @Test
  void keepsTheIdentityThatTheLetterWasQueuedWith() {
    MailIdentity queued = new MailIdentity("<" + "0a".repeat(20) + "@orchard.example>", "f00d");
    Mail mail =
        MailForm.plain()
            .fill(
                MailWords.of(SampleLetters.thankYou(), ENVELOPE), queued, MONDAY, MailExtras.NONE);
    assertThat(mail.messageId()).isEqualTo(queued.messageId());
    assertThat(mail.digest()).isEqualTo(queued.digest());
    assertThat(header(mail)).contains("\nMessage-ID: " + queued.messageId() + "\n");
  }

  @Test
  void joinsTheConversationThatItAnswers() throws Exception {
    MessageId theirs = new MessageId("<CAF=x+7@mail.example>");
    MessageId ours = new MessageId("<" + "0a".repeat(20) + "@orchard.example>");
    Letter letter = SampleLetters.thankYou();
    MailIdentity identity = MailForm.identity(L12, MailWords.of(letter, ENVELOPE));
    MailExtras extras = new MailExtras(theirs, List.of(ours, theirs), List.of());
    Mail mail = MailForm.plain().fill(MailWords.of(letter, ENVELOPE), identity, MONDAY, extras);
    assertThat(header(mail))
        .contains(
            "\nIn-Reply-To: <CAF=x+7@mail.example>\nReferences: %s\n <CAF=x+7@mail.example>\n"
                .formatted(ours));
    assertThat(parsed(mail).getSubject()).isEqualTo("Thank you, Tomoko");
    assertThat(mail.messageId()).isEqualTo(formed(letter).messageId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a@b>\r\nBcc: x@evil.example",
        "<a b@c.example>",
        "<a\u0000@c.example>",
        "<a\u0085@c.example>",
        "<a\u2028@c.example>",
        "<a\u760D\u760A@c.example>",
        "<müller@c.example>",
        "<<a@c.example>",
        "a@c.example",
        "<no-at-sign>",
        ""
      })
  void joinsNoConversationOfABrokenId(String id) {
    assertThat(MessageId.parse(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tomoko Arai",
        "Dr. Ulrich Voß",
        "Robert\"); DROP TABLE O'Brien & <b>Sons</b> ${7*7}",
        "back\\slash, \"quoted\" (and) bracketed <x@evil.example>",
        "山田 明",
        "עדי כהן",
        "مريم الخطيب, مكتب",
        "👩‍👩‍👧‍👦 Family 🌸",
        "=?UTF-8?Q?not_encoded?=",
        "Zoe\u0308 Ångström"
      })
  void keepsEveryNameWhole(String name) throws Exception {
    Mail mail =
        formed(
            SampleLetters.thankYou(
                SampleLetters.named(name), SampleLetters.signedBy(name), LetterChannel.EMAIL));
    MimeMessage parsed = parsed(mail);
    InternetAddress to = only(parsed.getRecipients(RecipientType.TO));
    InternetAddress from = only(parsed.getFrom());
    assertThat(to.getPersonal()).isEqualTo(name);
    assertThat(to.getAddress()).isEqualTo(TOMOKO.value());
    assertThat(from.getPersonal()).isEqualTo(name);
    assertThat(from.getAddress()).isEqualTo(MARA.value());
    assertThat(headerLines(mail)).allSatisfy(MailFormTest::isASafeLine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "名", "🌸", "é", "word "})
  void keepsLongNamesAndSubjectsWhole(String piece) throws Exception {
    String longName = piece.repeat(300).strip();
    Letter letter =
        SampleLetters.thankYou(
            SampleLetters.named(longName), SampleLetters.signedBy(longName), LetterChannel.EMAIL);
    Mail mail = formed(letter);
    assertThat(only(parsed(mail).getRecipients(RecipientType.TO)).getPersonal())
        .isEqualTo(longName);
    assertThat(headerLines(mail)).allSatisfy(MailFormTest::isASafeLine);
    assertThat(parsed(formed(SampleLetters.withSubject(longName))).getSubject())
        .isEqualTo(longName);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc: x@evil.example",
        "a\nBcc: x@evil.example",
        "a\rBcc: x@evil.example",
        "a\u0000Bcc: x@evil.example",
        "a\u0085Bcc: x@evil.example",
        "a\u2028Bcc: x@evil.example",
        "a\u2029Bcc: x@evil.example",
        "a\r\n\r\nBcc: x@evil.example"
      })
  void makesNoHeaderOfALineBreak(String words) throws Exception {
    Letter named =
        SampleLetters.thankYou(
            SampleLetters.named(words), SampleLetters.signedBy(words), LetterChannel.EMAIL);
    for (Mail mail : List.of(formed(named), formed(SampleLetters.withSubject(words)))) {
      MimeMessage parsed = parsed(mail);
      assertThat(parsed.getHeader("Bcc")).isNull();
      assertThat(parsed.getAllRecipients()).hasSize(1);
      assertThat(Collections.list(parsed.getAllHeaders())).hasSize(8);
    }
    assertThat(parsed(formed(SampleLetters.withSubject(words))).getSubject())
        .isEqualTo("a Bcc: x@evil.example");
  }

  /**
   * CVE-2025-7962: U+760D and U+760A, cut to bytes, are CR and LF; in a name they are characters.
   */
  @Test
  void keepsCharactersThatLookLikeLineBreaksWhenCut() throws Exception {
    String name = "a\u760D\u760ABcc: x@evil.example";
    Letter letter =
        SampleLetters.thankYou(
            SampleLetters.named(name), SampleLetters.signedBy(name), LetterChannel.EMAIL);
    MimeMessage parsed = parsed(formed(letter));
    assertThat(parsed.getHeader("Bcc")).isNull();
    assertThat(only(parsed.getFrom()).getPersonal()).isEqualTo(name);
    assertThat(EmailAddress.parse("a\u760D\u760A@mail.example")).isEmpty();
  }

  @Test
  void writesMarkupInWordsAsWords() throws Exception {
    String words = "<script>alert(1)</script> & \"O'Brien\" ${7*7} \u0000\u001B</article>";
    Mail mail = formed(SampleLetters.saying(words));
    assertThat(bare(html(mail)))
        .isEqualTo(
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;O&#39;Brien&quot; ${7*7}  "
                + " &lt;/article&gt;</p>\n");
    assertThat(text(mail))
        .isEqualTo("<script>alert(1)</script> & \"O'Brien\" ${7*7} </article>\r\n");
  }

  @Test
  void linksNothingThatRuns() throws Exception {
    Letter letter = SampleLetters.saying("");
    Inline link =
        new Inline.Link(URI.create("javascript:alert(1)"), List.of(SampleLetters.text("click")));
    Letter linking =
        new Letter(
            letter.head(),
            letter.subject(),
            List.of(SampleLetters.part(PartName.EVENT, SampleLetters.paragraph(link))));
    assertThat(bare(html(formed(linking)))).isEqualTo("<p>click</p>\n");
  }

  @Test
  void isolatesAFactThatRunsFromRightToLeft() throws Exception {
    Letter letter = SampleLetters.saying("");
    Letter named =
        new Letter(
            letter.head(),
            letter.subject(),
            List.of(
                SampleLetters.part(
                    PartName.EVENT,
                    SampleLetters.paragraph(
                        SampleLetters.fact("עדי", "customer/C-1.given_name"),
                        SampleLetters.text(", thank you")))));
    assertThat(bare(html(formed(named)))).isEqualTo("<p><bdi>עדי</bdi>, thank you</p>\n");
  }

  @Test
  void hasNoLongOrBareLineWhateverTheWords() {
    for (String words : List.of("x".repeat(5_000), "语".repeat(5_000), ".\r.\n.", "From here")) {
      String whole = whole(formed(SampleLetters.saying(words)));
      assertThat(whole.replace("\r\n", "")).doesNotContain("\r", "\n");
      assertThat(whole.split("\r\n")).allMatch(line -> line.length() <= 78);
    }
  }

  @Test
  void sendsACardWithoutASubject() throws Exception {
    Letter letter = SampleLetters.thankYou();
    Mail card = formed(new Letter(letter.head(), List.of(), letter.parts()));
    assertThat(parsed(card).getHeader("Subject")).isNull();
    assertThat(html(card)).contains("<title>Mara Keller</title>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202A", "\u202E", "\u2066", "\u2069", "\u200E", "\u061C"})
  void turnsNoTextInAHeaderAround(String turn) throws Exception {
    Mail mail =
        formed(
            SampleLetters.thankYou(
                SampleLetters.named("Ann" + turn + " moc.live"),
                SampleLetters.MARA,
                LetterChannel.EMAIL));
    assertThat(((InternetAddress) parsed(mail).getRecipients(RecipientType.TO)[0]).getPersonal())
        .doesNotContain(turn)
        .contains("Ann moc.live");
  }

  private static Mail formed(Letter letter) {
    return MailForm.of(letter, L12, ENVELOPE, MONDAY);
  }

  private static String whole(Mail mail) {
    try {
      return new String(mail.open().readAllBytes(), US_ASCII);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String header(Mail mail) {
    return whole(mail).substring(0, whole(mail).indexOf("\r\n\r\n") + 2).replace("\r\n", "\n");
  }

  private static List<String> headerLines(Mail mail) {
    return header(mail).lines().toList();
  }

  private static void isASafeLine(String line) {
    assertThat(line.length()).isLessThanOrEqualTo(78);
    assertThat(line).matches("[\\x20-\\x7E\\t]*");
  }

  private static String boundary(Mail mail) {
    return header(mail).replaceAll("(?s).*boundary=\"([^\"]+)\".*", "$1");
  }

  private static MimeMessage parsed(Mail mail) throws Exception {
    return new MimeMessage((Session) null, new ByteArrayInputStream(mail.open().readAllBytes()));
  }

  private static MimeMultipart faces(Mail mail) throws Exception {
    return (MimeMultipart) parsed(mail).getContent();
  }

  private static String text(Mail mail) throws Exception {
    return (String) faces(mail).getBodyPart(0).getContent();
  }

  private static String html(Mail mail) throws Exception {
    return (String) faces(mail).getBodyPart(1).getContent();
  }

  /** What stands in the letter itself, without the styles. */
  private static String bare(String html) {
    return html.replace("\r\n", "\n")
        .replaceAll("(?s).*<article[^>]*>\n", "")
        .replaceAll("(?s)</article>.*", "")
        .replaceAll(" style=\"[^\"]*\"", "");
  }

  private static InternetAddress only(jakarta.mail.Address... addresses) {
    assertThat(addresses).hasSize(1);
    return (InternetAddress) addresses[0];
  }
}
