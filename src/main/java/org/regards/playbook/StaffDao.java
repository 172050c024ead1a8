package org.regards.playbook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.store.Row;

/** The members of staff in the store. Lives as long as its handle. */
public final class StaffDao {
  private final Handle handle;

  public StaffDao(Handle handle) {
    this.handle = handle;
  }

  /** By key. */
  public List<StaffMember> all() {
    return handle
        .createQuery(
            "SELECT id, name, role, email, phone, title, trained_on FROM staff ORDER BY id")
        .map(Row.as(StaffDao::member))
        .list();
  }

  /** Of everybody who looks after customers the languages of those, by ISO 639. */
  Map<StaffId, Set<String>> languages() {
    return handle
        .createQuery(
            """
            SELECT account_manager, language FROM customer
            WHERE account_manager IS NOT NULL
            GROUP BY account_manager, language
            """)
        .map(
            Row.as(
                row ->
                    Map.entry(
                        new StaffId(row.text("account_manager")),
                        SpokenLanguages.code(row.text("language")))))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  public void insert(Collection<StaffMember> members) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO staff (id, name, role, email, phone, title, trained_on)
            VALUES (:id, :name, :role, :email, :phone, :title, :trainedOn)
            """);
    members.forEach(member -> bind(batch, member).add());
    batch.execute();
  }

  public void update(Collection<StaffMember> members) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE staff
            SET name = :name, role = :role, email = :email, phone = :phone, title = :title,
                trained_on = :trainedOn
            WHERE id = :id
            """);
    members.forEach(member -> bind(batch, member).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, StaffMember member) {
    return batch
        .bind("id", member.id().value())
        .bind("name", member.name())
        .bind("role", member.role().word())
        .bind("email", member.email())
        .bind("phone", member.phone())
        .bind("title", member.title())
        .bind(
            "trainedOn",
            member.trainedOn().stream().sorted().map(PolicyId::value).collect(joining(";")));
  }

  private static StaffMember member(Row row) {
    return new StaffMember(
        new StaffId(row.text("id")),
        row.text("name"),
        Role.of(row.text("role")).orElseThrow(),
        row.text("email"),
        row.text("phone"),
        row.text("title"),
        trainedOn(row.text("trained_on")));
  }

  private static Set<PolicyId> trainedOn(String policies) {
    return policies.isEmpty()
        ? Set.of()
        : Stream.of(policies.split(";", -1)).map(PolicyId::new).collect(toSet());
  }
}
