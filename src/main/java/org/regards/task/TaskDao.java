package org.regards.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Tasks in the store. Rows are added and never changed. Lives as long as its handle. */
public final class TaskDao {
  private static final Counter NUMBERS = new Counter("task");
  private static final String SELECT =
      """
      SELECT t.id, t.kind, t.customer, t.cause_record, t.words, t.for_role, t.for_staff, t.due,
             t.opened_by, t.opened_at, d.done_by, d.done_at, d.words AS result
      FROM task t LEFT JOIN task_done d ON d.task = t.id
      """;

  private final Handle handle;

  public TaskDao(Handle handle) {
    this.handle = handle;
  }

  public Task open(TaskOrder order, Actor by, Instant now) {
    Task task =
        new Task(
            new TaskId(NUMBERS.allocate(handle, 1)),
            order,
            by,
            IsoText.instant(IsoText.of(now)),
            null);
    CustomerId customer = order.customer();
    handle
        .createUpdate(
            """
            INSERT INTO task (id, kind, customer, cause_record, words, for_role, for_staff, due,
                              opened_by, opened_at)
            VALUES (:id, :kind, :customer, :cause, :words, :role, :staff, :due, :by, :at)
            """)
        .bind("id", task.id().number())
        .bind("kind", order.kind().word())
        .bind("customer", customer == null ? null : customer.value())
        .bind("cause", order.causeRecord())
        .bind("words", order.words())
        .bind(
            "role", order.doer() instanceof TaskOrder.Doer.Anybody some ? some.role().word() : null)
        .bind(
            "staff", order.doer() instanceof TaskOrder.Doer.Person one ? one.staff().value() : null)
        .bind("due", IsoText.of(order.due()))
        .bind("by", by.name())
        .bind("at", IsoText.of(now))
        .execute();
    return task;
  }

  /** False when somebody else has closed it in between. */
  public boolean close(TaskId id, Task.Done done) {
    return handle
            .createUpdate(
                """
                INSERT INTO task_done (task, done_by, done_at, words) VALUES (:task, :by, :at, :words)
                ON CONFLICT (task) DO NOTHING
                """)
            .bind("task", id.number())
            .bind("by", done.by().name())
            .bind("at", IsoText.of(done.at()))
            .bind("words", done.words())
            .execute()
        == 1;
  }

  Optional<Task> find(TaskId id) {
    return handle
        .createQuery(SELECT + "WHERE t.id = :id")
        .bind("id", id.number())
        .map(Row.as(TaskDao::task))
        .findFirst();
  }

  /** Those that are open, by the day that they are due. */
  public List<Task> open() {
    return handle
        .createQuery(SELECT + "WHERE d.task IS NULL ORDER BY t.due, t.id")
        .map(Row.as(TaskDao::task))
        .list();
  }

  /** All of a customer, done ones too, oldest first. */
  public List<Task> of(CustomerId customer) {
    return handle
        .createQuery(SELECT + "WHERE t.customer = :customer ORDER BY t.id")
        .bind("customer", customer.value())
        .map(Row.as(TaskDao::task))
        .list();
  }

  /** All that a record called for, done ones too, oldest first. */
  public List<Task> of(String causeRecord) {
    return handle
        .createQuery(SELECT + "WHERE t.cause_record = :cause ORDER BY t.id")
        .bind("cause", causeRecord)
        .map(Row.as(TaskDao::task))
        .list();
  }

  private static Task task(Row row) {
    String customer = row.textOrNull("customer");
    Instant doneAt = row.instantOrNull("done_at");
    return new Task(
        new TaskId(row.bigNumber("id")),
        new TaskOrder(
            TaskKind.of(row.text("kind")).orElseThrow(),
            customer == null ? null : new CustomerId(customer),
            row.text("cause_record"),
            row.text("words"),
            doer(row.textOrNull("for_role"), row.textOrNull("for_staff")),
            row.date("due")),
        new Actor(row.text("opened_by")),
        row.instant("opened_at"),
        doneAt == null
            ? null
            : new Task.Done(new Actor(row.text("done_by")), doneAt, row.text("result")));
  }

  private static TaskOrder.Doer doer(@Nullable String role, @Nullable String staff) {
    return staff == null
        ? TaskOrder.anybody(Optional.ofNullable(role).flatMap(Role::of).orElseThrow())
        : TaskOrder.person(new StaffId(staff));
  }
}
