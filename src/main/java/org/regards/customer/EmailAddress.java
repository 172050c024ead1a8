package org.regards.customer;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of RFC 5321, in ASCII: {@code local@domain}, the domain in A-labels (RFC 5891). Cannot
 * hold a line break, a control character or any character that becomes one when it is cut to a byte
 * (CVE-2025-7962), so a header or an envelope cannot be broken with it.
 */
public record EmailAddress(String value) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  public EmailAddress {
    Optional<String> problem = problem(value);
    if (problem.isPresent()) {
      throw new IllegalArgumentException("not an email address: " + problem.get());
    }
  }

  /** The address in {@code text}, its domain turned to ASCII; empty when it is not one. */
  public static Optional<EmailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    try {
      String ascii =
          text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(new EmailAddress(ascii));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> problem(String value) {
    int at = value.lastIndexOf('@');
    if (at < 1 || at == value.length() - 1) {
      return Optional.of("it wants the form name@domain");
    }
    if (value.length() > LONGEST || at > LONGEST_LOCAL) {
      return Optional.of("it is longer than RFC 5321 allows");
    }
    String local = value.substring(0, at);
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return Optional.of("a dot is where none may be");
    }
    boolean clean =
        local.chars().allMatch(EmailAddress::isAtomText)
            && DOMAIN.matcher(value).region(at + 1, value.length()).matches();
    return clean
        ? Optional.empty()
        : Optional.of("it holds a character that an address cannot have");
  }

  /** {@code atext} of RFC 5322 3.2.3, and the dot. */
  private static boolean isAtomText(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || "!#$%&'*+-/=?^_`{|}~.".indexOf(character) >= 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
