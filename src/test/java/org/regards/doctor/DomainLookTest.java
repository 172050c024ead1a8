package org.regards.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.mail.DkimRecord;
import org.regards.mail.Finding;
import org.regards.mail.FormRulesSettings;

class DomainLookTest {
  private static final String DOMAIN = "orchard.example";
  private static final KeyPair RSA = pair("RSA");

  @TempDir private Path folder;

  private final TestNameServer dns = new TestNameServer();

  @AfterEach
  void close() {
    dns.close();
  }

  @Test
  void isContentWithADomainThatHasAll() throws Exception {
    dns.knows(DOMAIN, "google-site-verification=abc", "v=spf1 include:_spf.google.com ~all")
        .knows("s1._domainkey.orchard.example", "v=DKIM1; k=rsa; p=" + base64(RSA))
        .knows("_dmarc.orchard.example", "v=DMARC1; p=quarantine; rua=mailto:d@orchard.example");
    assertThat(look("_spf.google.com", rsa()))
        .containsExactly(
            Finding.fine("SPF", "orchard.example has an SPF record, and it ends in ~all."),
            Finding.fine(
                "DKIM", "The key at s1._domainkey.orchard.example is the one that we sign with."),
            Finding.fine(
                "DMARC",
                "orchard.example has a DMARC record; letters that fail it go among the spam"
                    + " (p=quarantine)."));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(look("_spf.google.com", rsa()))
        .containsExactly(
            Finding.wrong(
                "SPF",
                "orchard.example has no SPF record, so anybody may send in its name: add a TXT"
                    + " record, for example \"v=spf1 include:_spf.google.com -all\"."),
            Finding.wrong(
                "DKIM",
                "There is no key at s1._domainkey.orchard.example, so no receiver believes our"
                    + " signatures: publish the public half of the key there as a TXT record,"
                    + " \"v=DKIM1; p=…\"."),
            Finding.wrong(
                "DMARC",
                "orchard.example has no DMARC record; Gmail, Yahoo and Microsoft want one of"
                    + " whoever sends much: add a TXT record at _dmarc.orchard.example, to begin"
                    + " with \"v=DMARC1; p=none\"."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "v=spf1 mx +all ; The SPF record of orchard.example ends in +all, which lets anybody send"
            + " in its name: end it in -all.",
        "v=spf1 mx ; The SPF record of orchard.example says nothing of all others: end it in -all"
            + " or ~all.",
        "v=spf1 mx -all ; The SPF record of orchard.example does not include your mail service: add"
            + " include:_spf.google.com before -all.",
        "v=spf1|v=spf1 -all ; orchard.example has 2 SPF records, and receivers take none of"
            + " several: put them together into one."
      })
  void saysWhatIsWrongWithSpf(String records, String words) {
    dns.knows(DOMAIN, records.split("\\|"));
    assertThat(look("_spf.google.com", List.of()).getFirst())
        .isEqualTo(Finding.wrong("SPF", words));
  }

  @Test
  void followsARedirect() {
    dns.knows(DOMAIN, "v=spf1 redirect=_spf.mail.example");
    assertThat(look(null, List.of()).getFirst())
        .isEqualTo(
            Finding.fine(
                "SPF",
                "orchard.example has an SPF record, and it ends in redirect=_spf.mail.example."));
  }

  @Test
  void knowsAKeyThatIsNotOurs() throws Exception {
    dns.knows("s1._domainkey.orchard.example", "v=DKIM1; k=rsa; p=" + base64(pair("RSA")));
    assertThat(look(null, rsa()).get(1))
        .isEqualTo(
            Finding.wrong(
                "DKIM",
                "The record at s1._domainkey.orchard.example holds another key than that in the"
                    + " file, so no receiver believes our signatures: publish the public half of"
                    + " our key there, or set the selector of the right one"
                    + " (mail.dkim.selector)."));
  }

  @Test
  void refusesASignatureOfAnotherDomain() throws Exception {
    dns.knows("s1._domainkey.fern.example", "v=DKIM1; p=" + base64(RSA));
    assertThat(look(null, keys("fern.example")).get(1))
        .isEqualTo(
            Finding.wrong(
                "DKIM",
                "We sign for fern.example, and letters come from orchard.example: receivers take"
                    + " no account of the signature (DMARC). Give the senders addresses of"
                    + " fern.example, or sign for their domain (mail.dkim.domain)."));
  }

  @Test
  void takesThePolicyOfTheOrganisationAbove() {
    dns.knows("_dmarc.orchard.example", "v=DMARC1;p = reject");
    DomainLook look = new DomainLook(servers(), List.of(), null);
    assertThat(look.look("post.orchard.example").getLast())
        .isEqualTo(
            Finding.fine(
                "DMARC",
                "orchard.example has a DMARC record; letters that fail it are refused"
                    + " (p=reject)."));
  }

  @Test
  void saysThatNothingWasCheckedWhereDnsDoesNotAnswer() throws Exception {
    dns.fallsSilent();
    DomainLook look =
        new DomainLook(NameServers.at(dns.address(), Duration.ofMillis(50)), rsa(), null);
    assertThat(look.look(DOMAIN))
        .containsExactly(
            Finding.open("SPF", "Not checked for orchard.example: DNS did not answer."),
            Finding.open(
                "DKIM", "Not checked for s1._domainkey.orchard.example: DNS did not answer."),
            Finding.open("DMARC", "Not checked for _dmarc.orchard.example: DNS did not answer."));
  }

  private List<Finding> look(@Nullable String service, List<DkimRecord> keys) {
    return new DomainLook(servers(), keys, service).look(DOMAIN);
  }

  private NameServers servers() {
    return NameServers.at(dns.address(), Duration.ofSeconds(5));
  }

  private List<DkimRecord> rsa() throws IOException {
    return keys(DOMAIN);
  }

  /** As the settings of the form of emails have them. */
  private List<DkimRecord> keys(String domain) throws IOException {
    String pem = Base64.getMimeEncoder().encodeToString(RSA.getPrivate().getEncoded());
    Files.writeString(
        folder.resolve("dkim.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
    return Objects.requireNonNull(
            FormRulesSettings.read(
                    Map.of(
                        "REGARDS_MAIL_DKIM_DOMAIN", domain,
                        "REGARDS_MAIL_DKIM_SELECTOR", "s1",
                        "REGARDS_MAIL_DKIM_KEY_FILE", "dkim.pem"),
                    folder)
                .dkim())
        .records();
  }

  private static String base64(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
