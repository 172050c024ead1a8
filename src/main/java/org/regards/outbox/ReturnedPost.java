package org.regards.outbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterId;

/** A letter that the post brought back, and where it had been sent. */
record ReturnedPost(LetterId letter, LocalDate on, ReturnReason reason, PostalAddress address) {
  /** Whether it went to this address; capitals, spaces and punctuation do not make another one. */
  boolean wentTo(PostalAddress other) {
    return plain(address).equals(plain(other));
  }

  private static List<String> plain(PostalAddress address) {
    return List.of(
            address.street(),
            address.locality(),
            address.region(),
            address.postalCode(),
            address.country())
        .stream()
        .map(part -> part.replaceAll("[\\p{Punct}\\s]+", "").toLowerCase(Locale.ROOT))
        .toList();
  }
}
