package org.regards.approval;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.store.Counter;
import org.regards.store.Row;

/** What counsel said, in the store. Lives as long as its handle. */
final class CounselDao {
  private static final Counter NUMBERS = new Counter("counsel_word");
  private static final String ALLOWED = "allowed";

  private final Handle handle;

  CounselDao(Handle handle) {
    this.handle = handle;
  }

  void insert(CounselWord word) {
    handle
        .createUpdate(
            """
            INSERT INTO counsel_word (id, customer, scope, letter, digest, verdict, staff, because, said_at)
            VALUES (:id, :customer, :scope, :letter, :digest, :verdict, :staff, :because, :at)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("customer", word.customer().value())
        .bind("scope", word.subject().word())
        .bind("letter", word.letter() == null ? null : word.letter().number())
        .bind("digest", word.digest())
        .bind("verdict", word.allowed() ? ALLOWED : "denied")
        .bind("staff", word.by().value())
        .bind("because", word.because())
        .bind("at", word.at())
        .execute();
  }

  /** All words about these customers, oldest first. */
  Map<CustomerId, List<CounselWord>> of(Collection<CustomerId> customers) {
    return handle
        .createQuery(
            """
            SELECT customer, scope, letter, digest, verdict, staff, because, said_at
            FROM counsel_word WHERE customer IN (<customers>) ORDER BY id
            """)
        .bindList("customers", keys(customers))
        .map(Row.as(CounselDao::word))
        .list()
        .stream()
        .collect(groupingBy(CounselWord::customer));
  }

  /**
   * Those of the customers of whom somebody has marked a contact as the announcement of a lawsuit.
   */
  Set<CustomerId> everThreatened(Collection<CustomerId> customers) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT customer FROM interaction
                WHERE customer IN (<customers>) AND tags LIKE '%threat:legal%'
                UNION
                SELECT customer FROM incident_verdict
                WHERE customer IN (<customers>) AND tag = 'threat:legal'
                """)
            .bindList("customers", keys(customers))
            .map(Row.as(row -> new CustomerId(row.text("customer"))))
            .list());
  }

  /** All words about the customer of a letter, oldest first. */
  List<CounselWord> about(LetterId letter) {
    return handle
        .createQuery(
            """
            SELECT w.customer, w.scope, w.letter, w.digest, w.verdict, w.staff, w.because, w.said_at
            FROM counsel_word w JOIN letter l ON l.customer = w.customer
            WHERE l.id = :letter ORDER BY w.id
            """)
        .bind("letter", letter.number())
        .map(Row.as(CounselDao::word))
        .list();
  }

  private static List<String> keys(Collection<CustomerId> customers) {
    return customers.stream().map(CustomerId::value).distinct().toList();
  }

  private static CounselWord word(Row row) {
    Long letter = row.bigNumberOrNull("letter");
    return new CounselWord(
        new CustomerId(row.text("customer")),
        CounselSubject.of(row.text("scope")).orElseThrow(),
        letter == null ? null : new LetterId(letter),
        row.text("digest"),
        row.text("verdict").equals(ALLOWED),
        new StaffId(row.text("staff")),
        row.text("because"),
        row.instant("said_at"));
  }
}
