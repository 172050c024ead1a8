package org.regards.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.regards.customer.Customer;

/** Why a person is erased: it is kept for good, so it must not say who they were. */
final class Reason {
  private Reason() {}

  /** What of the customer's a reason holds, in words; empty when it holds nothing. */
  static Optional<String> names(Customer customer, String reason) {
    return named(customer).stream()
        .filter(part -> holds(reason, part.value()))
        .map(Part::words)
        .findFirst();
  }

  private record Part(String words, String value) {}

  private static List<Part> named(Customer customer) {
    List<Part> parts = new ArrayList<>();
    for (String given : customer.name().given().split(" ", -1)) {
      parts.add(new Part("given name", given));
    }
    parts.add(new Part("family name", customer.name().family()));
    parts.add(new Part("organisation", customer.organisation()));
    parts.add(new Part("email address", customer.email()));
    parts.add(new Part("phone number", customer.phone()));
    parts.add(new Part("street", customer.address().street()));
    return parts;
  }

  /** As words of their own: a reason "in line with" does not hold the name Li. */
  private static boolean holds(String reason, String value) {
    String wanted = value.strip().toLowerCase(Locale.ROOT);
    return !wanted.isEmpty()
        && Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(wanted) + "(?![\\p{L}\\p{N}])",
                Pattern.UNICODE_CASE)
            .matcher(reason.toLowerCase(Locale.ROOT))
            .find();
  }
}
