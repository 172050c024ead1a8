package org.regards.outbox;

import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;

/**
 * As much of a letter as decides on whether it may leave: which, to whom, how, and where to.
 *
 * @param letter null for paper that holds an address and no letter
 * @param email where an email goes; nothing goes there of what is on paper
 */
record Addressee(
    @Nullable LetterId letter,
    CustomerId customer,
    LetterChannel channel,
    PostalAddress address,
    String email) {
  static Addressee of(StoredLetter stored) {
    return of(stored.id(), stored.letter());
  }

  static Addressee of(LetterId id, Letter letter) {
    return new Addressee(
        id,
        letter.head().recipient().customer(),
        letter.head().channel(),
        letter.head().recipient().address(),
        letter.head().recipient().email());
  }

  /** For paper to the address that is on record. */
  static Addressee of(Customer customer) {
    return new Addressee(null, customer.id(), LetterChannel.PRINT, customer.address(), "");
  }
}
