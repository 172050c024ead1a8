package org.regards.customer;

import java.util.List;
import java.util.stream.Collectors;
import org.regards.language.RegardsException;

/** A customer was named whom the store does not have. */
public final class UnknownCustomerException extends RegardsException {
  /**
   * Says which keys were probably meant.
   *
   * @param near keys of customers that look alike; may be empty
   */
  public UnknownCustomerException(CustomerId customer, List<CustomerId> near) {
    super(
        near.isEmpty()
            ? "There is no customer %s in this store. Import customers.csv, or name another store with --store."
                .formatted(customer)
            : "There is no customer %s. Near it: %s."
                .formatted(
                    customer,
                    near.stream().map(CustomerId::value).collect(Collectors.joining(", "))));
  }
}
