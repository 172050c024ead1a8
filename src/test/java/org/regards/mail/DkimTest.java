package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;

/** Signed by us, verified by Apache's jDKIM, the second signature by {@link SecondSignature}. */
class DkimTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          new EmailAddress("mara@orchard.example"), new EmailAddress("tomoko.arai@mail.example"));
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:30:00Z");
  private static final LetterId L12 = new LetterId(12);

  @TempDir Path folder;

  @Test
  void isVerifiedByOthers() throws Exception {
    String whole = whole(signed(SampleLetters.thankYou()));
    List<SignatureRecord> records = verified(whole);
    assertThat(records).hasSize(1);
    SignatureRecord record = records.getFirst();
    assertThat(record.getHeaderCanonicalisationMethod()).isEqualTo(SignatureRecord.RELAXED);
    assertThat(record.getBodyCanonicalisationMethod()).isEqualTo(SignatureRecord.RELAXED);
    assertThat(record.getBodyHashLimit()).isEqualTo(-1);
    assertThat(record.getSignatureTimestamp()).isEqualTo(MONDAY.getEpochSecond());
    assertThat(record.getHeaders())
        .extracting(CharSequence::toString)
        .containsExactly(
            "From",
            "From",
            "To",
            "To",
            "Subject",
            "Subject",
            "Date",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type");
  }

  @Test
  void pinsTheFormOfASignature() {
    String header = whole(signed(SampleLetters.thankYou()));
    assertThat(header)
        .startsWith(
            """
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=orchard.example;
             s=autumn; t=1793611800; h=From: From: To: To: Subject: Subject: Date: Date:
             Message-ID: MIME-Version: Content-Type;
             bh=\
            """
                .replace("\n", "\r\n"));
    assertThat(header.substring(0, header.indexOf("\r\nDate: ")).split("\r\n"))
        .allMatch(line -> line.length() <= 78);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words",
        "Grüße  aus   der Werkstatt \u00A0 ",
        "语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语语",
        "a\n\n\nb",
        ".\n..",
        ""
      })
  void verifiesWhateverTheWords(String words) throws Exception {
    assertThat(verified(whole(signed(SampleLetters.saying(words))))).hasSize(1);
    assertThat(verified(whole(signed(SampleLetters.withSubject(words))))).hasSize(1);
  }

  @Test
  void verifiesACardWithoutASubject() throws Exception {
    Letter letter = SampleLetters.thankYou();
    assertThat(verified(whole(signed(new Letter(letter.head(), List.of(), letter.parts())))))
        .hasSize(1);
  }

  @Test
  void survivesServersThatFoldAnew() throws Exception {
    String whole = whole(signed(SampleLetters.withSubject("Grüße ".repeat(40))));
    String folded =
        whole
            .replaceFirst("\r\nSubject: ", "\r\nSUBJECT:\r\n\t  ")
            .replaceFirst("\r\nFrom: Mara Keller <", "\r\nFrom:  Mara\r\n Keller\t<")
            .replaceFirst("; boundary", ";\r\n  boundary")
            .replaceFirst("Yours sincerely\r\n", "Yours sincerely  \r\n");
    assertThat(folded).isNotEqualTo(whole);
    assertThat(verified(folded + "\r\n\r\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "To: Ms Tomoko,To: Mr Tomoko",
    "Subject: Thank,Subject: Thanks",
    "lamp,lump",
    "Date: Mon,Date: Tue",
    "Content-Type: multipart/alternative,Content-Type: multipart/mixed"
  })
  void noticesWhatWasChanged(String before, String after) throws Exception {
    String whole = whole(signed(SampleLetters.thankYou()));
    String changed = whole.replaceFirst("(?<=\n)" + before, after).replace("lamp", "lump");
    assertThat(changed).isNotEqualTo(whole);
    assertThatThrownBy(() -> verified(changed)).isInstanceOf(FailException.class);
    assertThat(SecondSignature.holds(changed, DkimKeys.ED25519.getPublic())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: eve@evil.example",
        "To: x@y.example",
        "Subject: x",
        "Date: Mon, 1 Jan 2001"
      })
  void letsNobodyAddAField(String field) throws Exception {
    String whole = whole(signed(SampleLetters.thankYou()));
    String below = whole.replaceFirst("\r\nMIME-Version", "\r\n" + field + "\r\nMIME-Version");
    assertThatThrownBy(() -> verified(below)).isInstanceOf(FailException.class);
    assertThatThrownBy(() -> verified(field + "\r\n" + whole)).isInstanceOf(FailException.class);
  }

  @Test
  void signsTheSameAgain() {
    assertThat(whole(signed(SampleLetters.thankYou())))
        .isEqualTo(whole(signed(SampleLetters.thankYou())));
  }

  @Test
  void signsAttachmentsToo() throws Exception {
    MailWords words = MailWords.of(SampleLetters.attaching(), ENVELOPE);
    Mail mail =
        MailForm.of(rules())
            .fill(
                words,
                MailForm.identity(L12, words),
                MONDAY,
                new MailExtras(
                    new MessageId("<theirs@mail.example>"),
                    List.of(new MessageId("<theirs@mail.example>")),
                    List.of(
                        new MailAttachment(
                            "photo.png", "image/png", AttachedContent.of(new byte[100_000])))));
    assertThat(verified(whole(mail)).getFirst().getHeaders())
        .extracting(CharSequence::toString)
        .contains("In-Reply-To", "References");
  }

  @Test
  void arrivesVerifiable() throws Exception {
    try (RudeServer server = new RudeServer();
        SmtpPostbox postbox = new SmtpPostbox(server.address())) {
      postbox.post(signed(SampleLetters.saying(".\n..\n. and dots")), "L-12", () -> {});
      assertThat(verified(server.messages().getFirst())).hasSize(1);
    }
  }

  @Test
  void knowsTheRecordsOfItsKeys() {
    Dkim dkim = rules().dkim();
    assertThat(dkim.records())
        .extracting(DkimRecord::name)
        .containsExactly(
            "autumn._domainkey.orchard.example", "autumn-ed._domainkey.orchard.example");
    DkimRecord rsa = dkim.records().getFirst();
    assertThat(rsa.flaw(DkimKeys.record(DkimKeys.RSA))).isEmpty();
    assertThat(dkim.records().getLast().flaw(DkimKeys.record(DkimKeys.ED25519))).isEmpty();
    assertThat(rsa.flaw(DkimKeys.record(DkimKeys.pair("RSA", 2_048))))
        .contains("holds another key than that in the file");
    assertThat(rsa.flaw(DkimKeys.record(DkimKeys.ED25519)))
        .contains("is for a key of another kind; it wants k=rsa");
    assertThat(rsa.flaw("v=DKIM1; p="))
        .contains("holds no key (p=), which says that the key was revoked");
    assertThat(rsa.flaw("v=DKIM1; p=rubbish")).contains("holds another key than that in the file");
  }

  @Test
  void takesRsaKeysOfEitherForm() {
    byte[] pkcs8 = DkimKeys.RSA.getPrivate().getEncoded();
    Path pkcs1 =
        DkimKeys.write(
            folder.resolve("pkcs1.pem"),
            "RSA PRIVATE KEY",
            Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    Map<String, String> environment = environment();
    environment.put(FormRulesSettings.KEY_FILE, pkcs1.toString());
    Dkim dkim = FormRulesSettings.read(environment, folder).dkim();
    assertThat(dkim.records().getFirst().flaw(DkimKeys.record(DkimKeys.RSA))).isEmpty();
  }

  @Test
  void refusesAKeyThatCanBeBroken() {
    DkimKeys.write(folder.resolve("weak.pem"), DkimKeys.pair("RSA", 512));
    assertThatThrownBy(() -> FormRulesSettings.read(environmentOf("weak.pem"), folder))
        .isInstanceOf(MailSettingsException.class)
        .hasMessageContaining("weak.pem holds a key of 512 bits, which can be broken");
  }

  @Test
  void saysInOneSentenceWhatIsWrongAboutKeysAndSenders() throws IOException {
    Path file = DkimKeys.write(folder.resolve("short.pem"), DkimKeys.pair("RSA", 1_024));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Dkim weak =
        Objects.requireNonNull(FormRulesSettings.read(environmentOf("short.pem"), folder).dkim());
    assertThat(weak.warning(List.of("mara@orchard.example", "jo@Tea.example", "em@tea.example")))
        .contains(
            "DKIM: the key in %s has 1,024 bits; some mail systems trust only 2,048: make a new one under a new selector; letters come from tea.example and are signed for orchard.example, of which receivers take no account (mail.dkim.domain). More: regards doctor."
                .formatted(file));
    assertThat(Objects.requireNonNull(rules().dkim()).warning(List.of("mara@uk.orchard.example")))
        .isEmpty();
  }

  @Test
  void warnsOfAShortKeyAndOfOneThatOthersCanRead() throws IOException {
    Path file = DkimKeys.write(folder.resolve("short.pem"), DkimKeys.pair("RSA", 1_024));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    FormRules rules = FormRulesSettings.read(environmentOf("short.pem"), folder);
    assertThat(Objects.requireNonNull(rules.dkim()).warnings())
        .containsExactly(
            "the key in %s has 1,024 bits; some mail systems trust only 2,048: make a new one under a new selector"
                .formatted(file),
            "%s can be read by others on this machine, who could sign mail in your name: chmod 600 %1$s"
                .formatted(file));
    assertThat(Objects.requireNonNull(rules().dkim()).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUBLIC KEY            | holds the public half of the key; that belongs into the DNS
          ENCRYPTED PRIVATE KEY | holds a key behind a passphrase, which nobody types while mail is sent
          CERTIFICATE           | holds a certificate, and not a private key
          EC PRIVATE KEY        | holds a ec private key, and not a private key
          PRIVATE KEY           | holds no RSA key; make one: openssl genrsa -out dkim.pem 2048
          RSA PRIVATE KEY       | holds no RSA key; make one: openssl genrsa -out dkim.pem 2048
          """)
  void refusesWhatIsNoKey(String kind, String reason) {
    DkimKeys.write(folder.resolve("other.pem"), kind, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> FormRulesSettings.read(environmentOf("other.pem"), folder))
        .isInstanceOf(MailSettingsException.class)
        .hasMessageContaining("other.pem " + reason);
  }

  @Test
  void saysAllThatIsWrongAndSendsNothingUnsigned() {
    Map<String, String> environment =
        Map.of(
            FormRulesSettings.DOMAIN, "orchard example",
            FormRulesSettings.KEY_FILE, "missing.pem",
            FormRulesSettings.ED25519_KEY_FILE, "missing-ed.pem",
            FormRulesSettings.REPLY_TO, "nobody",
            FormRulesSettings.UNSUBSCRIBE, "http://orchard.example/stop");
    assertThatThrownBy(() -> FormRulesSettings.read(environment, folder))
        .isInstanceOf(MailSettingsException.class)
        .hasMessageStartingWith("The settings of the form of emails cannot be used: ")
        .hasMessageContaining("mail.dkim.selector (REGARDS_MAIL_DKIM_SELECTOR) is not set")
        .hasMessageContaining("mail.dkim.domain (REGARDS_MAIL_DKIM_DOMAIN) is \"orchard example\"")
        .hasMessageContaining("missing.pem cannot be read")
        .hasMessageContaining("missing-ed.pem cannot be read")
        .hasMessageContaining("one is set: set both or neither")
        .hasMessageContaining("mail.reply_to (REGARDS_MAIL_REPLY_TO) is \"nobody\"")
        .hasMessageContaining("it wants an https address with {message}");
  }

  private FormRules rules() {
    return FormRulesSettings.read(environment(), folder);
  }

  private Map<String, String> environmentOf(String keyFile) {
    Map<String, String> environment = environment();
    environment.put(FormRulesSettings.KEY_FILE, keyFile);
    environment.remove(FormRulesSettings.ED25519_KEY_FILE);
    environment.remove(FormRulesSettings.ED25519_SELECTOR);
    return environment;
  }

  private Map<String, String> environment() {
    try {
      for (Path file :
          List.of(
              DkimKeys.write(folder.resolve("rsa.pem"), DkimKeys.RSA),
              DkimKeys.write(folder.resolve("ed.pem"), DkimKeys.ED25519))) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return new HashMap<>(
        Map.of(
            FormRulesSettings.DOMAIN, "orchard.example",
            FormRulesSettings.SELECTOR, "autumn",
            FormRulesSettings.KEY_FILE, "rsa.pem",
            FormRulesSettings.ED25519_SELECTOR, "autumn-ed",
            FormRulesSettings.ED25519_KEY_FILE, "ed.pem"));
  }

  private Mail signed(Letter letter) {
    MailWords words = MailWords.of(letter, ENVELOPE);
    return MailForm.of(rules()).fill(words, MailForm.identity(L12, words), MONDAY, MailExtras.NONE);
  }

  /** The first signature; both hold. */
  private static List<SignatureRecord> verified(String message) throws Exception {
    DKIMVerifier verifier =
        new DKIMVerifier(
            (method, selector, domain) ->
                List.of(
                    DkimKeys.record(
                        selector.toString().equals("autumn") ? DkimKeys.RSA : DkimKeys.ED25519)));
    List<SignatureRecord> records =
        verifier.verify(new ByteArrayInputStream(message.getBytes(US_ASCII)));
    assertThat(SecondSignature.holds(message, DkimKeys.ED25519.getPublic())).isTrue();
    return records;
  }

  private static String whole(Mail mail) {
    try {
      return new String(mail.open().readAllBytes(), US_ASCII);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
