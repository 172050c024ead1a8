package org.regards.approval;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.letter.LetterId;
import org.regards.playbook.Role;
import org.regards.store.Counter;
import org.regards.store.Row;

/** The ledger of exceptions in the store. Lives as long as its handle. */
final class ExceptionDao {
  private static final Counter NUMBERS = new Counter("policy_exception");
  private static final String RULE = "POL-1";
  private static final String COLUMNS =
      "SELECT letter, customer, policy, most_minor, currency, staff, role, because, said_at FROM"
          + " policy_exception ";

  private final Handle handle;

  ExceptionDao(Handle handle) {
    this.handle = handle;
  }

  void insert(PolicyException one) {
    handle
        .createUpdate(
            """
            INSERT INTO policy_exception (id, letter, customer, policy, rule, most_minor, currency, staff,
                                          role, because, said_at)
            VALUES (:id, :letter, :customer, :policy, :rule, :most, :currency, :by, :role, :because, :at)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("letter", one.letter().number())
        .bind("customer", one.customer().value())
        .bind("policy", one.policy().value())
        .bind("rule", RULE)
        .bind("most", one.most().getAmountMinorLong())
        .bind("currency", one.most().getCurrencyUnit().getCode())
        .bind("by", one.by().value())
        .bind("role", one.role().word())
        .bind("because", one.because())
        .bind("at", one.at())
        .execute();
  }

  /** Oldest first. */
  List<PolicyException> all() {
    return handle.createQuery(COLUMNS + "ORDER BY id").map(Row.as(ExceptionDao::exception)).list();
  }

  /** Those of customers, oldest first. */
  Map<CustomerId, List<PolicyException>> of(Collection<CustomerId> customers) {
    return handle
        .createQuery(COLUMNS + "WHERE customer IN (<customers>) ORDER BY id")
        .bindList("customers", customers.stream().map(CustomerId::value).distinct().toList())
        .map(Row.as(ExceptionDao::exception))
        .list()
        .stream()
        .collect(groupingBy(PolicyException::customer));
  }

  private static PolicyException exception(Row row) {
    return new PolicyException(
        new LetterId(row.bigNumber("letter")),
        new CustomerId(row.text("customer")),
        new PolicyId(row.text("policy")),
        row.money("most_minor", "currency"),
        new StaffId(row.text("staff")),
        Role.of(row.text("role")).orElseThrow(),
        row.text("because"),
        row.instant("said_at"));
  }
}
