package org.regards.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.UnknownCustomerException;
import org.regards.store.Database;

/**
 * The addresses to which no mail arrives. A letter to another address goes, so a corrected record
 * needs no word of anybody.
 */
public final class BouncedAddresses {
  private static final int SHOWN_NEAR = 5;

  private final Database database;

  public BouncedAddresses(Database database) {
    this.database = database;
  }

  /**
   * Lets no letter go to an address by email any more, whosever it is. For a fault of the address
   * itself only: a full mailbox, a size or a policy of the receiver says nothing of the next
   * letter. In the transaction that settles the delivery, of the dispatcher when a server refuses
   * with {@link org.regards.mail.ReplyMeaning#ADDRESS_BAD}, or of what files a bounce.
   */
  public static void mark(Handle handle, BadAddress bad) {
    new BouncedAddressDao(handle).mark(bad);
  }

  /** Why an email to there would not leave, with the next step; empty when it would. */
  public Optional<String> closed(CustomerId customer, String address) {
    return database.read(
        handle ->
            new BouncedAddressDao(handle)
                .of(List.of(address)).values().stream()
                    .findFirst()
                    .map(bad -> bad.message(customer)));
  }

  /**
   * A person says that mail arrives at the addresses of a customer after all.
   *
   * @return those that were marked
   * @throws UnknownCustomerException when there is no such customer
   */
  public List<BadAddress> clear(CustomerId customer, Actor by, Instant now) {
    return database.write(
        handle -> {
          CustomerDao customers = new CustomerDao(handle);
          if (customers.find(customer).isEmpty()) {
            throw new UnknownCustomerException(
                customer, customers.near(customer.value(), SHOWN_NEAR));
          }
          BouncedAddressDao addresses = new BouncedAddressDao(handle);
          List<BadAddress> marked = addresses.of(customer);
          if (!marked.isEmpty()) {
            addresses.clear(customer);
            AuditTrail.add(
                handle,
                now,
                new Deed(
                    by,
                    Act.RECORDED,
                    "customer/" + customer,
                    customer,
                    "mail arrives at the address again"));
          }
          return marked;
        });
  }
}
