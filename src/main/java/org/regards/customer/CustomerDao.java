package org.regards.customer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Customers in the store. Lives as long as its handle. */
public final class CustomerDao {
  private final Handle handle;

  public CustomerDao(Handle handle) {
    this.handle = handle;
  }

  public Optional<Customer> find(CustomerId id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Those of the customers that there are, in no order. */
  public List<Customer> find(Collection<CustomerId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, title, given_name, family_name, organisation, email, phone, language,
                   street, locality, region, postal_code, country, since, account_manager, status
            FROM customer
            WHERE id IN (<ids>)
            """)
        .bindList("ids", ids.stream().map(CustomerId::value).toList())
        .map(Row.as(CustomerDao::customer))
        .list();
  }

  /** Those who have this email address, capitals aside; hardly ever more than one. */
  public List<Customer> withEmail(String address) {
    return handle
        .createQuery(
            """
            SELECT id, title, given_name, family_name, organisation, email, phone, language,
                   street, locality, region, postal_code, country, since, account_manager, status
            FROM customer
            WHERE LOWER(email) = LOWER(:address) AND email <> ''
            ORDER BY id
            LIMIT 20
            """)
        .bind("address", address)
        .map(Row.as(CustomerDao::customer))
        .list();
  }

  /**
   * Whoever else locks the customer waits until this transaction ends; does nothing where there is
   * no such customer.
   */
  public void lock(CustomerId id) {
    handle
        .createUpdate("UPDATE customer SET id = id WHERE id = :id")
        .bind("id", id.value())
        .execute();
  }

  /** The next customers by key, or the first ones when {@code after} is null. */
  public List<Customer> page(@Nullable CustomerId after, int limit) {
    return handle
        .createQuery(
            """
            SELECT id, title, given_name, family_name, organisation, email, phone, language,
                   street, locality, region, postal_code, country, since, account_manager, status
            FROM customer
            WHERE id > :after
            ORDER BY id
            LIMIT :limit
            """)
        .bind("after", after == null ? "" : after.value())
        .bind("limit", limit)
        .map(Row.as(CustomerDao::customer))
        .list();
  }

  /** Which of the keys are those of customers. */
  public Set<CustomerId> known(Collection<CustomerId> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery("SELECT id FROM customer WHERE id IN (<ids>)")
            .bindList("ids", ids.stream().map(CustomerId::value).toList())
            .map(Row.as(row -> new CustomerId(row.text("id"))))
            .list());
  }

  public long count() {
    return handle.createQuery("SELECT COUNT(*) FROM customer").mapTo(Long.class).one();
  }

  /**
   * At most so many keys of customers that {@code mistyped} was most likely meant to be, nearest
   * first.
   */
  public List<CustomerId> near(String mistyped, int limit) {
    return new NearKeys(mistyped).nearest(neighbours(mistyped), limit);
  }

  /** By key order and by ending, so that a slip at either end of the key is found. */
  private List<String> neighbours(String mistyped) {
    String ending = mistyped.substring(Math.max(0, mistyped.length() - NearKeys.TELLING_ENDING));
    return handle
        .createQuery(
            """
            SELECT id FROM (SELECT id FROM customer WHERE id >= :key ORDER BY id LIMIT 20) following
            UNION
            SELECT id FROM (SELECT id FROM customer WHERE id < :key ORDER BY id DESC LIMIT 20) preceding
            UNION
            SELECT id FROM (SELECT id FROM customer WHERE LOWER(id) = LOWER(:key)
                              OR id LIKE :ending ESCAPE '!' ORDER BY id LIMIT 20) alike
            """)
        .bind("key", mistyped)
        .bind("ending", "%" + ending.replaceAll("[!%_]", "!$0"))
        .mapTo(String.class)
        .list();
  }

  public void insert(Collection<Customer> customers) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO customer (id, title, given_name, family_name, organisation, email, phone, language,
                                  street, locality, region, postal_code, country, since, account_manager, status)
            VALUES (:id, :title, :given, :family, :organisation, :email, :phone, :language,
                    :street, :locality, :region, :postalCode, :country, :since, :accountManager, :status)
            """);
    customers.forEach(customer -> bind(batch, customer).add());
    batch.execute();
  }

  public void update(Collection<Customer> customers) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE customer
            SET title = :title, given_name = :given, family_name = :family, organisation = :organisation,
                email = :email, phone = :phone, language = :language, street = :street,
                locality = :locality, region = :region, postal_code = :postalCode, country = :country,
                since = :since, account_manager = :accountManager, status = :status
            WHERE id = :id
            """);
    customers.forEach(customer -> bind(batch, customer).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, Customer customer) {
    PostalAddress address = customer.address();
    StaffId manager = customer.accountManager();
    return batch
        .bind("id", customer.id().value())
        .bind("title", customer.name().title())
        .bind("given", customer.name().given())
        .bind("family", customer.name().family())
        .bind("organisation", customer.organisation())
        .bind("email", customer.email())
        .bind("phone", customer.phone())
        .bind("language", customer.language())
        .bind("street", address.street())
        .bind("locality", address.locality())
        .bind("region", address.region())
        .bind("postalCode", address.postalCode())
        .bind("country", address.country())
        .bind("since", IsoText.orNull(customer.since()))
        .bind("accountManager", manager == null ? null : manager.value())
        .bind("status", customer.status().word());
  }

  private static Customer customer(Row row) {
    String manager = row.textOrNull("account_manager");
    return new Customer(
        new CustomerId(row.text("id")),
        new PersonName(row.text("title"), row.text("given_name"), row.text("family_name")),
        row.text("organisation"),
        row.text("email"),
        row.text("phone"),
        row.text("language"),
        new PostalAddress(
            row.text("street"),
            row.text("locality"),
            row.text("region"),
            row.text("postal_code"),
            row.text("country")),
        row.dateOrNull("since"),
        manager == null ? null : new StaffId(manager),
        CustomerStatus.of(row.text("status")).orElseThrow());
  }
}
