package org.regards.report;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.playbook.Role;
import org.regards.store.IsoText;
import org.regards.store.Row;

/**
 * Reads what was decided against the usual rule, of a stretch of time. Lives as long as its handle.
 */
final class LedgerDao {
  private final Handle handle;
  private final String from;
  private final String until;

  /**
   * @param until the first moment that is not among them
   */
  LedgerDao(Handle handle, Instant from, Instant until) {
    this.handle = handle;
    this.from = IsoText.of(from);
    this.until = IsoText.of(until);
  }

  /**
   * Somebody let a letter give more than the policy does.
   *
   * @param most up to how much
   */
  record Entry(
      long letter,
      CustomerId customer,
      PolicyId policy,
      Money most,
      StaffId by,
      Role role,
      String because,
      Instant at) {}

  /**
   * What somebody approved.
   *
   * @param letters how many, each once
   * @param overridden how many of them in spite of warnings, or with an exception of theirs
   */
  record Approver(StaffId staff, Role role, long letters, long overridden) {}

  /**
   * How often somebody let a letter pass a hold.
   *
   * @param actor as the audit trail names them: {@code staff/ss}
   */
  record Passer(String actor, long letters) {}

  /** Oldest first. */
  void forEachException(Consumer<Entry> work) {
    handle
        .createQuery(
            """
            SELECT letter, customer, policy, most_minor, currency, staff, role, because, said_at
            FROM policy_exception
            WHERE said_at >= :from AND said_at < :until
            ORDER BY id
            """)
        .bind("from", from)
        .bind("until", until)
        .map(
            Row.as(
                row ->
                    new Entry(
                        row.bigNumber("letter"),
                        new CustomerId(row.text("customer")),
                        new PolicyId(row.text("policy")),
                        row.money("most_minor", "currency"),
                        new StaffId(row.text("staff")),
                        Role.of(row.text("role")).orElseThrow(),
                        row.text("because"),
                        row.instant("said_at"))))
        .forEach(work);
  }

  List<Approver> approvers() {
    return handle
        .createQuery(
            """
            SELECT a.staff AS staff, a.role AS role, COUNT(DISTINCT a.letter) AS letters,
              COUNT(DISTINCT CASE WHEN a.warnings <> '' OR e.id IS NOT NULL THEN a.letter END) AS overridden
            FROM approval a
            LEFT JOIN policy_exception e ON e.letter = a.letter AND e.staff = a.staff
            WHERE a.verdict = 'approved' AND a.said_at >= :from AND a.said_at < :until
            GROUP BY a.staff, a.role
            ORDER BY a.staff, a.role
            """)
        .bind("from", from)
        .bind("until", until)
        .map(
            Row.as(
                row ->
                    new Approver(
                        new StaffId(row.text("staff")),
                        Role.of(row.text("role")).orElseThrow(),
                        row.bigNumber("letters"),
                        row.bigNumber("overridden"))))
        .list();
  }

  List<Passer> passers() {
    return handle
        .createQuery(
            """
            SELECT actor, COUNT(*) AS letters FROM audit_entry
            WHERE act = 'let-pass' AND at >= :from AND at < :until
            GROUP BY actor ORDER BY actor
            """)
        .bind("from", from)
        .bind("until", until)
        .map(Row.as(row -> new Passer(row.text("actor"), row.bigNumber("letters"))))
        .list();
  }
}
