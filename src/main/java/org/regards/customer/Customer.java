package org.regards.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One customer, as recorded.
 *
 * @param organisation empty for a private person
 * @param email as recorded, or empty; it may not be a deliverable address
 * @param language BCP 47, for example {@code en-GB}
 * @param since when the relationship began, or null when unknown
 * @param accountManager who looks after the customer, or null when nobody is named
 */
public record Customer(
    CustomerId id,
    PersonName name,
    String organisation,
    String email,
    String phone,
    String language,
    PostalAddress address,
    @Nullable LocalDate since,
    @Nullable StaffId accountManager,
    CustomerStatus status) {

  /** The same customer, looked after by somebody else. */
  public Customer with(StaffId newAccountManager) {
    return new Customer(
        id, name, organisation, email, phone, language, address, since, newAccountManager, status);
  }
}
