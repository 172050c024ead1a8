package org.regards.mail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a server offers in its answer to EHLO (RFC 5321 4.1.1.1) and we make use of.
 *
 * @param size the biggest message in bytes, or 0 where it sets no limit (RFC 1870)
 * @param authentication the mechanisms of RFC 4954, in capitals
 */
record SmtpExtensions(
    boolean pipelining,
    boolean startTls,
    boolean eightBitMime,
    boolean deliveryStatus,
    boolean sizes,
    long size,
    Set<String> authentication) {
  static final SmtpExtensions NONE = read("");

  /** Reads the lines of the answer; the first is the server's name. */
  static SmtpExtensions read(String lines) {
    Set<String> keywords = new HashSet<>();
    Set<String> authentication = new HashSet<>();
    long size = 0;
    String[] all = lines.toUpperCase(Locale.ROOT).split("\n", -1);
    for (int i = 1; i < all.length; i++) {
      String[] words = all[i].strip().split("[ =]+");
      keywords.add(words[0]);
      if (words[0].equals("AUTH")) { // "AUTH=LOGIN" is how old servers say it
        for (int word = 1; word < words.length; word++) {
          authentication.add(words[word]);
        }
      }
      if (words[0].equals("SIZE") && words.length > 1 && words[1].matches("[0-9]{1,18}")) {
        size = Long.parseLong(words[1]);
      }
    }
    return new SmtpExtensions(
        keywords.contains("PIPELINING"),
        keywords.contains("STARTTLS"),
        keywords.contains("8BITMIME"),
        keywords.contains("DSN"),
        keywords.contains("SIZE"),
        size,
        Set.copyOf(authentication));
  }
}
