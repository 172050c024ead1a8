package org.regards.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.customer.EmailAddress;
import org.regards.customer.PersonName;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.store.IsoText;
import org.regards.store.RecordKind;

/** {@code customers.csv}. */
final class CustomerSheet implements Sheet<Customer> {
  @Override
  public String name() {
    return "customers";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.CUSTOMER;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "customer",
        "title",
        "given_name",
        "family_name",
        "organisation",
        "email",
        "phone",
        "language",
        "street",
        "locality",
        "region",
        "postal_code",
        "country",
        "since",
        "account_manager",
        "status");
  }

  @Override
  public Customer read(Cells cells) {
    String manager = cells.keyOrNull("account_manager");
    String email = cells.line("email");
    if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) {
      cells.remark("email is no address that mail can reach; it is kept, but no letter goes there");
    }
    return new Customer(
        new CustomerId(cells.key("customer")),
        new PersonName(cells.line("title"), cells.line("given_name"), cells.line("family_name")),
        cells.line("organisation"),
        email,
        cells.line("phone"),
        cells.language("language"),
        new PostalAddress(
            cells.text("street"),
            cells.line("locality"),
            cells.line("region"),
            cells.line("postal_code"),
            cells.country("country")),
        cells.dateOrNull("since"),
        manager == null ? null : new StaffId(manager),
        cells.word("status", CustomerStatus::of, CustomerStatus.values(), CustomerStatus::word));
  }

  @Override
  public List<String> write(Customer customer) {
    PostalAddress address = customer.address();
    StaffId manager = customer.accountManager();
    return List.of(
        customer.id().value(),
        customer.name().title(),
        customer.name().given(),
        customer.name().family(),
        customer.organisation(),
        customer.email(),
        customer.phone(),
        customer.language(),
        address.street(),
        address.locality(),
        address.region(),
        address.postalCode(),
        address.country(),
        customer.since() == null ? "" : IsoText.of(customer.since()),
        manager == null ? "" : manager.value(),
        customer.status().word());
  }

  @Override
  public String key(Customer customer) {
    return customer.id().value();
  }

  @Override
  public @Nullable CustomerId customer(Customer customer) {
    return customer.id();
  }

  @Override
  public List<Reference> references(Customer customer) {
    return List.of();
  }

  @Override
  public List<Reference> mentions(Customer customer) {
    StaffId manager = customer.accountManager();
    return manager == null
        ? List.of()
        : List.of(new Reference("account_manager", RecordKind.STAFF, manager.value()));
  }

  @Override
  public List<Customer> stored(Handle handle, List<Customer> customers) {
    return new CustomerDao(handle).find(customers.stream().map(Customer::id).toList());
  }

  @Override
  public void insert(Handle handle, List<Customer> customers) {
    new CustomerDao(handle).insert(customers);
  }

  @Override
  public void update(Handle handle, List<Customer> customers) {
    new CustomerDao(handle).update(customers);
  }
}
