package org.regards.outbox;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerStatus;
import org.regards.letter.Letter;

/**
 * What stops a letter from leaving, by whatever channel; asked in the transaction that would let it
 * go.
 */
final class Gate {
  private Gate() {}

  /** Why the letter must not leave; empty when it may. */
  static Optional<String> closed(Handle handle, Letter letter) {
    return new CustomerDao(handle).find(letter.head().recipient().customer()).flatMap(Gate::closed);
  }

  /** Why nothing must go to the customer; empty when something may. */
  static Optional<String> closed(Customer customer) {
    return customer.status() == CustomerStatus.DO_NOT_CONTACT
        ? Optional.of(doNotContact(customer))
        : Optional.empty();
  }

  private static String doNotContact(Customer customer) {
    return "%s asked not to be written to (customer/%s.status is %s); no letter leaves by any channel."
        .formatted(customer.id(), customer.id(), customer.status().word());
  }
}
