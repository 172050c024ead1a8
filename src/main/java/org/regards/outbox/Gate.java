package org.regards.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;

/**
 * What stops a letter from leaving, by whatever channel; asked in the transaction that would let it
 * go.
 */
final class Gate {
  private Gate() {}

  /** Why the letter must not leave; empty when it may. */
  static Optional<String> closed(Handle handle, Letter letter) {
    return closed(handle, Addressee.of(letter));
  }

  /** Why nothing must go there; empty when something may. */
  static Optional<String> closed(Handle handle, Addressee addressee) {
    return Optional.ofNullable(closed(handle, List.of(addressee)).get(addressee));
  }

  /** Why letters to some of these must not leave; those that may are not in it. */
  static Map<Addressee, String> closed(Handle handle, Collection<Addressee> addressees) {
    Map<CustomerId, Customer> customers =
        new CustomerDao(handle)
            .find(addressees.stream().map(Addressee::customer).distinct().toList()).stream()
                .collect(Collectors.toMap(Customer::id, customer -> customer));
    Map<CustomerId, List<ReturnedPost>> returned =
        new ReturnDao(handle)
            .of(addressees.stream().filter(Gate::isPaper).map(Addressee::customer).toList());
    Map<Addressee, String> reasons = new HashMap<>();
    for (Addressee addressee : addressees) {
      Customer customer = customers.get(addressee.customer());
      if (customer != null && customer.status() == CustomerStatus.DO_NOT_CONTACT) {
        reasons.put(addressee, doNotContact(customer));
      } else if (isPaper(addressee)) {
        returned.getOrDefault(addressee.customer(), List.of()).stream()
            .filter(post -> post.wentTo(addressee.address()))
            .findFirst()
            .ifPresent(post -> reasons.put(addressee, cameBack(addressee, post)));
      }
    }
    return reasons;
  }

  private static boolean isPaper(Addressee addressee) {
    return addressee.channel() == LetterChannel.PRINT;
  }

  private static String doNotContact(Customer customer) {
    return "%s asked not to be written to (customer/%s.status is %s); no letter leaves by any channel."
        .formatted(customer.id(), customer.id(), customer.status().word());
  }

  private static String cameBack(Addressee addressee, ReturnedPost post) {
    return "%s came back from this address of %s on %s: %s. Correct the address (customer/%s) and compose the letter again, or compose it with --channel email."
        .formatted(
            post.letter(),
            addressee.customer(),
            Words.day(post.on()),
            post.reason().words(),
            addressee.customer());
  }
}
