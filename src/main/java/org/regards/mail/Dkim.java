package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Signs messages for a domain, RFC 6376: relaxed in header and body, over the whole body. The same
 * message and date make the same signatures. For any number of threads.
 */
public final class Dkim {
  /** Named once more than they are there, so that nobody adds a second one. */
  private static final Set<String> SEALED = Set.of("from", "to", "subject", "date");

  private static final List<String> SIGNED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Reply-To",
          "Message-ID",
          "In-Reply-To",
          "References",
          "MIME-Version",
          "Content-Type",
          "List-Unsubscribe",
          "List-Unsubscribe-Post");

  private static final String NAME = "DKIM-Signature";
  private static final int LINE = 76;

  private final String domain;
  private final List<DkimKey> keys;
  private final List<String> warnings;

  /**
   * @param domain in ASCII; the addresses of senders should be in it
   * @param keys each makes a signature of its own, in this order
   * @param warnings what should be otherwise about them, each a sentence without its full stop
   */
  Dkim(String domain, List<DkimKey> keys, List<String> warnings) {
    this.domain = domain;
    this.keys = List.copyOf(keys);
    this.warnings = List.copyOf(warnings);
  }

  /** What should be otherwise about the keys and is not wrong; without full stops. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The same in one sentence, with what is wrong about senders; empty when all is well.
   *
   * @param senders addresses that letters come from
   */
  public Optional<String> warning(Collection<String> senders) {
    String signed = domain.toLowerCase(Locale.ROOT);
    SortedSet<String> foreign =
        senders.stream()
            .map(address -> address.substring(address.lastIndexOf('@') + 1))
            .map(other -> other.toLowerCase(Locale.ROOT))
            .filter(other -> !other.equals(signed) && !other.endsWith("." + signed))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> all = new ArrayList<>(warnings);
    if (!foreign.isEmpty()) {
      all.add(
          "letters come from %s and are signed for %s, of which receivers take no account (mail.dkim.domain)"
              .formatted(String.join(", ", foreign), domain));
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of("DKIM: %s. More: regards doctor.".formatted(String.join("; ", all)));
  }

  /** The domain that vouches for the messages. */
  public String domain() {
    return domain;
  }

  /** The public halves of its keys, which must stand in the DNS. */
  public List<DkimRecord> records() {
    return keys.stream()
        .map(key -> new DkimRecord(key.selector() + "._domainkey." + domain, key))
        .toList();
  }

  /**
   * The signatures of a message, to be put above its header.
   *
   * @param date of the message: the signatures bear it too, so that each attempt sends the same
   */
  List<HeaderField> sign(List<HeaderField> header, List<Piece> body, Instant date) {
    List<String> named = new ArrayList<>();
    StringBuilder signed = new StringBuilder(1_024);
    for (String name : SIGNED) {
      for (HeaderField field : header) {
        if (field.name().equalsIgnoreCase(name)) {
          named.add(name);
          signed.append(relaxed(field)).append("\r\n");
        }
      }
      if (SEALED.contains(name.toLowerCase(Locale.ROOT))) {
        named.add(name);
      }
    }
    String bodyHash = RelaxedBody.hash(body);
    return keys.stream()
        .map(key -> signature(key, named, signed.toString(), bodyHash, date))
        .toList();
  }

  private HeaderField signature(
      DkimKey key, List<String> named, String signed, String bodyHash, Instant date) {
    List<String> words = new ArrayList<>();
    words.add("v=1;");
    words.add("a=" + key.algorithm().word() + ";");
    words.add("c=relaxed/relaxed;");
    words.add("d=" + domain + ";");
    words.add("s=" + key.selector() + ";");
    words.add("t=" + date.getEpochSecond() + ";");
    for (int i = 0; i < named.size(); i++) {
      // a space may stand around each colon (RFC 6376 3.5)
      words.add((i == 0 ? "h=" : "") + named.get(i) + (i == named.size() - 1 ? ";" : ":"));
    }
    words.add("bh=" + bodyHash + ";");
    words.add("b=");
    String unsigned = folded(words);
    String bytes = signed + relaxed(new HeaderField(NAME, unsigned));
    return new HeaderField(NAME, withValue(unsigned, key.sign(bytes.getBytes(US_ASCII))));
  }

  private static String folded(List<String> words) {
    StringBuilder value = new StringBuilder();
    int column = NAME.length() + ": ".length();
    for (String word : words) {
      if (!value.isEmpty()) {
        boolean fits = column + 1 + word.length() <= LINE;
        value.append(fits ? " " : "\r\n ");
        column = fits ? column + 1 : 1;
      }
      value.append(word);
      column += word.length();
    }
    return value.toString();
  }

  /** White space within the value of {@code b=} does not count. */
  private static String withValue(String unsigned, String signature) {
    StringBuilder value = new StringBuilder(unsigned);
    int column = unsigned.length() - unsigned.lastIndexOf('\n') - 1;
    for (int from = 0; from < signature.length(); ) {
      int to = Math.min(signature.length(), from + LINE - column);
      value.append(signature, from, to);
      if (to < signature.length()) {
        value.append("\r\n ");
      }
      column = 1;
      from = to;
    }
    return value.toString();
  }

  /** RFC 6376 3.4.2, without the line end. */
  private static String relaxed(HeaderField field) {
    String value = field.value().replace("\r\n", "").replace('\t', ' ').strip();
    return field.name().toLowerCase(Locale.ROOT) + ":" + value.replaceAll(" {2,}", " ");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
