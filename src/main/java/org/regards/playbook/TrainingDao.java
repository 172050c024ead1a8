package org.regards.playbook;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Trainings in the store. Rows are added and never changed. Lives as long as its handle. */
final class TrainingDao {
  private static final Counter NUMBERS = new Counter("training");

  private final Handle handle;

  TrainingDao(Handle handle) {
    this.handle = handle;
  }

  /** In the order in which they were recorded. */
  List<Training> all() {
    return handle
        .createQuery(
            "SELECT staff, policy, version, trained_on, valid_until FROM training ORDER BY id")
        .map(
            Row.as(
                row ->
                    new Training(
                        new StaffId(row.text("staff")),
                        new PolicyId(row.text("policy")),
                        row.number("version"),
                        row.date("trained_on"),
                        row.date("valid_until"))))
        .list();
  }

  void insert(List<Training> trainings, Instant now) {
    if (trainings.isEmpty()) {
      return;
    }
    long number = NUMBERS.allocate(handle, trainings.size());
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO training (id, staff, policy, version, trained_on, valid_until, recorded_at)
            VALUES (:id, :staff, :policy, :version, :on, :until, :now)
            """);
    for (Training training : trainings) {
      batch
          .bind("id", number++)
          .bind("staff", training.staff().value())
          .bind("policy", training.policy().value())
          .bind("version", training.version())
          .bind("on", IsoText.of(training.on()))
          .bind("until", IsoText.of(training.until()))
          .bind("now", IsoText.of(now))
          .add();
    }
    batch.execute();
  }
}
