package org.regards.outbox;

import org.regards.customer.Customer;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;

/** As much of a letter as decides on whether it may leave: to whom, how, and where to. */
record Addressee(CustomerId customer, LetterChannel channel, PostalAddress address) {
  static Addressee of(Letter letter) {
    return new Addressee(
        letter.head().recipient().customer(),
        letter.head().channel(),
        letter.head().recipient().address());
  }

  /** For paper to the address that is on record. */
  static Addressee of(Customer customer) {
    return new Addressee(customer.id(), LetterChannel.PRINT, customer.address());
  }
}
