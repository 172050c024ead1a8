package org.regards.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.doctor.NameServers.Answer;
import org.regards.mail.DkimRecord;
import org.regards.mail.Finding;

/**
 * Looks at what the DNS says of a domain that letters come from: who may send for it (SPF, RFC
 * 7208), the key of its signatures (DKIM, RFC 6376) and what becomes of letters that fail both
 * (DMARC, RFC 7489).
 */
final class DomainLook {
  private static final String SILENCE = "Not checked for %s: DNS did not answer.";

  private static final String UNDER = "._domainkey.";

  private final NameServers dns;
  private final List<DkimRecord> keys;
  private final @Nullable String service;

  /**
   * @param keys with which letters are signed; none when they are not
   * @param service the SPF record of the mail service, which ours must include, or null
   */
  DomainLook(NameServers dns, List<DkimRecord> keys, @Nullable String service) {
    this.dns = dns;
    this.keys = List.copyOf(keys);
    this.service = service;
  }

  List<Finding> look(String domain) {
    List<Finding> findings = new ArrayList<>(List.of(spf(domain)));
    if (keys.isEmpty()) {
      findings.add(
          Finding.open(
              "DKIM",
              "Not checked for %s: no key is set, so letters are signed by your mail service or not at all; a test letter (--to) shows it."
                  .formatted(domain)));
    }
    keys.forEach(key -> findings.add(dkim(domain, key)));
    findings.add(dmarc(domain));
    return findings;
  }

  private Finding spf(String domain) {
    return switch (dns.texts(domain)) {
      case Answer.Silence ignored -> Finding.open("SPF", SILENCE.formatted(domain));
      case Answer.Texts answer -> spf(domain, starting(answer, "v=spf1"));
    };
  }

  private Finding spf(String domain, List<String> records) {
    if (records.isEmpty()) {
      return Finding.wrong(
          "SPF",
          "%s has no SPF record, so anybody may send in its name: add a TXT record, for example \"v=spf1 %s -all\"."
              .formatted(domain, service == null ? "mx" : "include:" + service));
    }
    if (records.size() > 1) {
      return Finding.wrong(
          "SPF",
          "%s has %d SPF records, and receivers take none of several: put them together into one."
              .formatted(domain, records.size()));
    }
    List<String> terms =
        Arrays.asList(records.getFirst().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    Optional<String> all = terms.stream().filter(term -> term.matches("[-~?+]?all")).findFirst();
    Optional<String> redirect =
        terms.stream().filter(term -> term.startsWith("redirect=")).findFirst();
    if (all.isPresent() && (all.get().equals("+all") || all.get().equals("all"))) {
      return Finding.wrong(
          "SPF",
          "The SPF record of %s ends in %s, which lets anybody send in its name: end it in -all."
              .formatted(domain, all.get()));
    }
    if (all.isEmpty() && redirect.isEmpty()) {
      return Finding.wrong(
          "SPF",
          "The SPF record of %s says nothing of all others: end it in -all or ~all."
              .formatted(domain));
    }
    if (service != null && redirect.isEmpty() && !terms.contains("include:" + service)) {
      return Finding.wrong(
          "SPF",
          "The SPF record of %s does not include your mail service: add include:%s before %s."
              .formatted(domain, service, all.orElseThrow()));
    }
    return Finding.fine(
        "SPF",
        "%s has an SPF record, and it ends in %s.".formatted(domain, all.or(() -> redirect).get()));
  }

  private Finding dkim(String domain, DkimRecord key) {
    return switch (dns.texts(key.name())) {
      case Answer.Silence ignored -> Finding.open("DKIM", SILENCE.formatted(key.name()));
      case Answer.Texts answer -> dkim(domain, key, answer.texts());
    };
  }

  private static Finding dkim(String domain, DkimRecord key, List<String> records) {
    String name = key.name();
    if (records.isEmpty()) {
      return Finding.wrong(
          "DKIM",
          "There is no key at %s, so no receiver believes our signatures: publish the public half of the key there as a TXT record, \"v=DKIM1; p=…\"."
              .formatted(name));
    }
    List<Optional<String>> flaws = records.stream().map(key::flaw).toList();
    if (flaws.stream().noneMatch(Optional::isEmpty)) {
      return Finding.wrong(
          "DKIM",
          "The record at %s %s, so no receiver believes our signatures: publish the public half of our key there, or set the selector of the right one (mail.dkim.selector)."
              .formatted(name, flaws.getFirst().orElseThrow()));
    }
    String signed = name.substring(name.indexOf(UNDER) + UNDER.length()).toLowerCase(Locale.ROOT);
    boolean aligned = domain.equals(signed) || domain.endsWith("." + signed);
    return aligned
        ? Finding.fine("DKIM", "The key at %s is the one that we sign with.".formatted(name))
        : Finding.wrong(
            "DKIM",
            "We sign for %s, and letters come from %s: receivers take no account of the signature (DMARC). Give the senders addresses of %1$s, or sign for their domain (mail.dkim.domain)."
                .formatted(signed, domain));
  }

  private Finding dmarc(String domain) {
    for (String name : withParents(domain)) {
      switch (dns.texts("_dmarc." + name)) {
        case Answer.Silence ignored -> {
          return Finding.open("DMARC", SILENCE.formatted("_dmarc." + name));
        }
        case Answer.Texts answer -> {
          List<String> records = starting(answer, "v=dmarc1");
          if (!records.isEmpty()) {
            return dmarc(name, records);
          }
        }
      }
    }
    return Finding.wrong(
        "DMARC",
        "%s has no DMARC record; Gmail, Yahoo and Microsoft want one of whoever sends much: add a TXT record at _dmarc.%s, to begin with \"v=DMARC1; p=none\"."
            .formatted(domain, domain));
  }

  private static Finding dmarc(String name, List<String> records) {
    Optional<String> policy =
        Arrays.stream(records.getFirst().split(";"))
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*=\\s*", "="))
            .filter(tag -> tag.startsWith("p="))
            .map(tag -> tag.substring(2))
            .findFirst();
    if (records.size() > 1) {
      return Finding.wrong(
          "DMARC",
          "%s has %d DMARC records, and receivers take none of several: leave one."
              .formatted(name, records.size()));
    }
    if (policy.isEmpty() || !List.of("none", "quarantine", "reject").contains(policy.get())) {
      return Finding.wrong(
          "DMARC",
          "The DMARC record of %s has no policy that receivers know: set p=none, p=quarantine or p=reject."
              .formatted(name));
    }
    return Finding.fine(
        "DMARC",
        "%s has a DMARC record; letters that fail it %s (p=%s)."
            .formatted(name, fate(policy.get()), policy.get()));
  }

  private static String fate(String policy) {
    return switch (policy) {
      case "none" -> "are only counted";
      case "quarantine" -> "go among the spam";
      default -> "are refused";
    };
  }

  /** A domain without a record of its own has that of the organisation above it. */
  private static List<String> withParents(String domain) {
    List<String> names = new ArrayList<>(List.of(domain));
    String rest = domain;
    while (rest.indexOf('.') != rest.lastIndexOf('.')) {
      rest = rest.substring(rest.indexOf('.') + 1);
      names.add(rest);
    }
    return names;
  }

  private static List<String> starting(Answer.Texts answer, String version) {
    Stream<String> texts = answer.texts().stream();
    return texts
        .filter(text -> text.strip().toLowerCase(Locale.ROOT).matches(version + "(?:[\\s;].*)?"))
        .toList();
  }
}
