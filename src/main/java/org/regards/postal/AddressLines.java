package org.regards.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.regards.customer.PostalAddress;
import org.regards.language.Countries;
import org.regards.language.LetterLanguage;
import org.regards.letter.Recipient;

/**
 * The address of a recipient in lines, as the post of the country of destination reads it: the
 * country last and in capitals, and left out on a letter within one country.
 */
public final class AddressLines {
  /** DIN 5008 and the windows of common envelopes leave room for as many. */
  public static final int MOST = 6;

  /** Where a letter is not delivered without a postal code (libaddressinput, {@code require}). */
  private static final Set<String> WITH_POSTAL_CODE =
      Set.of(
          "AT", "AU", "BE", "BR", "CA", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR",
          "HU", "IN", "IT", "JP", "LI", "LT", "LU", "LV", "MX", "NL", "NO", "NZ", "PL", "PT", "RO",
          "SE", "SK", "TR", "US", "ZA");

  private AddressLines() {}

  /**
   * The lines, not yet broken where one is too long.
   *
   * @param sentFrom the sender's country, or empty when unknown; then the country is always printed
   */
  public static List<String> of(Recipient recipient, String sentFrom, LetterLanguage language) {
    PostalAddress address = recipient.address();
    boolean fromAbroad = !address.country().equals(sentFrom);
    PostalForm form = PostalForm.of(address);
    List<String> lines =
        new ArrayList<>(
            form.lines(recipient.name(), recipient.organisation(), address, fromAbroad));
    if (fromAbroad) {
      lines.add(
          sentFrom.isEmpty()
              ? Countries.postalName(address.country(), language)
              : Countries.postalName(address.country(), sentFrom));
    }
    return List.copyOf(lines);
  }

  /** What a deliverable address lacks, in words; empty when it lacks nothing. */
  public static List<String> missing(Recipient recipient) {
    PostalAddress address = recipient.address();
    List<String> missing = new ArrayList<>();
    if (recipient.name().isBlank() && recipient.organisation().isBlank()) {
      missing.add("a name");
    }
    if (address.street().isBlank()) {
      missing.add("a street or box");
    }
    if (address.locality().isBlank()) {
      missing.add("a town");
    }
    if (address.country().isBlank()) {
      missing.add("a country");
    } else if (!Countries.isKnown(address.country())) {
      missing.add("a country of two capital letters by ISO 3166");
    }
    if (address.postalCode().isBlank() && WITH_POSTAL_CODE.contains(address.country())) {
      missing.add("a postal code");
    }
    return missing;
  }
}
