package org.regards.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.mail.Finding;

class DomainLookTest {
  private static final String DOMAIN = "orchard.example";
  private static final KeyPair RSA = pair("RSA");
  private static final KeyPair ED25519 = pair("Ed25519");

  private final TestNameServer dns = new TestNameServer();

  @AfterEach
  void close() {
    dns.close();
  }

  @Test
  void isContentWithADomainThatHasAll() {
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
  void saysWhatIsMissing() {
    assertThat(look("_spf.google.com", rsa()))
        .containsExactly(
            Finding.wrong(
                "SPF",
                "orchard.example has no SPF record, so anybody may send in its name: add a TXT"
                    + " record, for example \"v=spf1 include:_spf.google.com -all\"."),
            Finding.wrong(
                "DKIM",
                "There is no key at s1._domainkey.orchard.example, so no receiver believes our"
                    + " signatures: add a TXT record \"v=DKIM1; k=rsa; p="
                    + base64(RSA)
                    + "\"."),
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
        "v=spf1 mx +all ; The SPF record of orchard.example ends in +all, which lets anybody send in"
            + " its name: end it in -all.",
        "v=spf1 mx ; The SPF record of orchard.example says nothing of all others: end it in -all or"
            + " ~all.",
        "v=spf1 mx -all ; The SPF record of orchard.example does not include your mail service: add"
            + " include:_spf.google.com before -all.",
        "v=spf1|v=spf1 -all ; orchard.example has 2 SPF records, and receivers take none of several:"
            + " put them together into one."
      })
  void saysWhatIsWrongWithSpf(String records, String words) {
    dns.knows(DOMAIN, records.split("\\|"));
    assertThat(look("_spf.google.com").getFirst()).isEqualTo(Finding.wrong("SPF", words));
  }

  @Test
  void followsARedirect() {
    dns.knows(DOMAIN, "v=spf1 redirect=_spf.mail.example");
    assertThat(look(null).getFirst())
        .isEqualTo(
            Finding.fine(
                "SPF",
                "orchard.example has an SPF record, and it ends in redirect=_spf.mail.example."));
  }

  @Test
  void knowsAKeyThatIsNotOurs() {
    dns.knows(
        "s1._domainkey.orchard.example", "v=DKIM1; k=rsa; p=" + base64(pair("RSA")));
    assertThat(look(null, rsa()).get(1).words())
        .startsWith(
            "The key at s1._domainkey.orchard.example is not the one that we sign with, so no"
                + " receiver believes our signatures: publish ours, \"p=");
  }

  @Test
  void knowsKeysOfEd25519ByTheirBytesAlone() {
    byte[] encoded = ED25519.getPublic().getEncoded();
    String bytes =
        Base64.getEncoder()
            .encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    dns.knows("ed._domainkey.orchard.example", "v=DKIM1; k=ed25519; p=" + bytes);
    assertThat(look(null, new SigningKey(DOMAIN, "ed", ED25519.getPublic())).get(1).verdict())
        .isEqualTo(Finding.Verdict.FINE);
  }

  @Test
  void refusesASignatureOfAnotherDomain() {
    dns.knows("s1._domainkey.fern.example", "v=DKIM1; p=" + base64(RSA));
    assertThat(look(null, new SigningKey("fern.example", "s1", RSA.getPublic())).get(1))
        .isEqualTo(
            Finding.wrong(
                "DKIM",
                "We sign for fern.example, and letters come from orchard.example: receivers take"
                    + " no account of the signature (DMARC)."));
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
  void saysThatNothingWasCheckedWhereDnsDoesNotAnswer() {
    dns.fallsSilent();
    DomainLook look =
        new DomainLook(
            NameServers.at(dns.address(), Duration.ofMillis(50)), List.of(rsa()), null);
    assertThat(look.look(DOMAIN))
        .containsExactly(
            Finding.open("SPF", "Not checked for orchard.example: DNS did not answer."),
            Finding.open(
                "DKIM",
                "Not checked for s1._domainkey.orchard.example: DNS did not answer."),
            Finding.open(
                "DMARC", "Not checked for _dmarc.orchard.example: DNS did not answer."));
  }

  private List<Finding> look(@Nullable String service, SigningKey... keys) {
    return new DomainLook(servers(), List.of(keys), service).look(DOMAIN);
  }

  private NameServers servers() {
    return NameServers.at(dns.address(), Duration.ofSeconds(5));
  }

  private static SigningKey rsa() {
    return new SigningKey(DOMAIN, "s1", RSA.getPublic());
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
