package org.regards.postal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.customer.PostalAddress;

/**
 * What the customer code of PostNL (KIX) says of a Dutch address: postal code, house number, and
 * after an X what is added to the number.
 */
public final class KixAddress {
  private static final Pattern POSTAL_CODE = Pattern.compile("([1-9]\\d{3})\\s?([A-Za-z]{2})");

  /** In the name of a street: Plein 1944. */
  private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");

  /** A number is followed by at most a few letters and digits: 12, 12 A, 12-3, 12 bis, 12/II. */
  private static final Pattern NUMBER_AND_MORE =
      Pattern.compile("(\\d{1,5})(?:(?:[\\s/.-]+|(?=\\p{Alpha}))(\\p{Alnum}[\\p{Alnum}\\s/.-]*))?");

  private static final int LONGEST_ADDITION = 6;

  private KixAddress() {}

  /** For example {@code 1231FZ13XHS}; empty where postal code or house number cannot be found. */
  public static Optional<String> of(PostalAddress address) {
    Matcher code = POSTAL_CODE.matcher(address.postalCode().strip());
    if (!code.matches()) {
      return Optional.empty();
    }
    String place = (code.group(1) + code.group(2)).toUpperCase(Locale.ROOT);
    return address
        .street()
        .lines()
        .map(String::strip)
        .flatMap(line -> number(line).stream())
        .reduce((first, last) -> last)
        .map(number -> place + number);
  }

  private static Optional<String> number(String line) {
    // of several places where a number could begin, the first: "Gracht 12 3" is number 12, floor 3
    for (int end = line.indexOf(' '); end > 0; end = line.indexOf(' ', end + 1)) {
      Matcher match = NUMBER_AND_MORE.matcher(line.substring(end + 1).strip());
      boolean named = line.substring(0, end).codePoints().anyMatch(Character::isLetter);
      if (named && match.matches()) {
        String addition = match.group(2) == null ? "" : match.group(2).replaceAll("[\\s/.-]", "");
        boolean yearOfTheName =
            YEAR.matcher(match.group(1)).matches() && addition.matches("\\d{1,5}\\p{Alpha}?");
        if (!yearOfTheName && addition.length() <= LONGEST_ADDITION) {
          return Optional.of(
              match.group(1) + (addition.isEmpty() ? "" : "X" + addition.toUpperCase(Locale.ROOT)));
        }
      }
    }
    return Optional.empty();
  }
}
