package org.regards.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sender has from the United States Postal Service for its Intelligent Mail barcode
 * (USPS-B-3200).
 *
 * @param mailer the Mailer ID: six digits that begin with 0 to 8, or nine that begin with 9
 * @param service the Service Type ID: class of mail and what shall be done with what cannot be
 *     delivered
 */
public record IntelligentMail(String mailer, String service) {
  private static final String NO_PRESORT = "00";
  private static final int MAILER_AND_SERIAL = 15;
  private static final Pattern MAILER = Pattern.compile("[0-8]\\d{5}|9\\d{8}");
  private static final Pattern SERVICE = Pattern.compile("\\d{3}");
  private static final Pattern ZIP = Pattern.compile("(\\d{5})(?:-?(\\d{4})(?:-?(\\d{2}))?)?");

  public IntelligentMail {
    List<String> problems = problems(mailer, service);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /** What is wrong with the two numbers, in words; empty when nothing is. */
  public static List<String> problems(String mailer, String service) {
    List<String> problems = new ArrayList<>();
    if (!MAILER.matcher(mailer).matches()) {
      problems.add(
          "codes.imb.mailer is \"%s\"; the Postal Service gives six digits that begin with 0 to 8, or nine that begin with 9"
              .formatted(mailer));
    }
    if (!SERVICE.matcher(service).matches()) {
      problems.add(
          "codes.imb.service is \"%s\"; it has three digits, for example 700 for First-Class Mail without address correction"
              .formatted(service));
    }
    return problems;
  }

  /**
   * The 20 digits of the tracking code. Serial numbers begin anew when their digits are used up:
   * after a billion letters, or after a million with a Mailer ID of nine digits.
   */
  public String tracking(long serial) {
    int digits = MAILER_AND_SERIAL - mailer.length();
    long most = 1;
    for (int i = 0; i < digits; i++) {
      most *= 10;
    }
    return NO_PRESORT
        + service
        + mailer
        + String.format(Locale.ROOT, "%0" + digits + "d", serial % most);
  }

  /** The digits of a ZIP Code, ZIP+4 or delivery point; empty when it is none of them. */
  public static Optional<String> routing(String postalCode) {
    Matcher zip = ZIP.matcher(postalCode.strip());
    return zip.matches() ? Optional.of(postalCode.strip().replace("-", "")) : Optional.empty();
  }
}
