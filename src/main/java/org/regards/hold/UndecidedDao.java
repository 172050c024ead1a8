package org.regards.hold;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.store.IsoText;
import org.regards.store.Row;
import org.regards.task.TaskId;

/** Threats that wait for somebody's decision, in the store. Lives as long as its handle. */
public final class UndecidedDao {
  private final Handle handle;

  public UndecidedDao(Handle handle) {
    this.handle = handle;
  }

  /** Of each customer, oldest first; those of whom there is none are not in it. */
  public Map<CustomerId, List<Undecided>> of(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT t.id, t.customer, t.cause_record FROM task t
            LEFT JOIN task_done d ON d.task = t.id
            WHERE t.customer IN (<customers>) AND t.kind = 'decide-hold' AND d.task IS NULL
              AND EXISTS (SELECT 1 FROM incident_verdict v
                          WHERE v.customer = t.customer AND v.verdict = 'confirmed'
                            AND v.tag IN ('threat:physical', 'threat:vandalism', 'threat:retaliation')
                            AND t.cause_record = 'interaction/' || v.interaction)
            ORDER BY t.id
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).distinct().toList())
        .map(
            Row.as(
                row ->
                    new Undecided(
                        new TaskId(row.bigNumber("id")),
                        new CustomerId(row.text("customer")),
                        row.text("cause_record"))))
        .stream()
        .collect(groupingBy(Undecided::customer));
  }

  /** The tasks that a named person let each of the letters pass, by the number of the letter. */
  public Map<Long, Set<TaskId>> passes(Collection<Long> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT letter, task FROM task_pass WHERE letter IN (<letters>)")
        .bindList("letters", List.copyOf(letters))
        .map(Row.as(row -> Map.entry(row.bigNumber("letter"), new TaskId(row.bigNumber("task")))))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  void pass(long letter, TaskId task, String essential, Hold.Lift word) {
    handle
        .createUpdate(
            """
            INSERT INTO task_pass (letter, task, given_by, given_at, reason, essential)
            VALUES (:letter, :task, :by, :at, :reason, :essential)
            ON CONFLICT (letter, task) DO NOTHING
            """)
        .bind("letter", letter)
        .bind("task", task.number())
        .bind("by", word.by().value())
        .bind("at", IsoText.of(word.at()))
        .bind("reason", word.reason())
        .bind("essential", essential)
        .execute();
  }
}
