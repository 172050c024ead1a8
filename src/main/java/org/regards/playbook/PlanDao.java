package org.regards.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Adopted plans in the store. Rows are added and never changed. Lives as long as its handle. */
final class PlanDao {
  private static final Counter NUMBERS = new Counter("plan_adoption");

  private final Handle handle;

  PlanDao(Handle handle) {
    this.handle = handle;
  }

  /** In the order in which they were adopted. */
  List<AdoptedPlan> all() {
    return handle
        .createQuery(
            """
            SELECT a.digest, a.in_force_from, a.adopted_at, p.content
            FROM plan_adoption a JOIN plan p ON p.digest = a.digest
            ORDER BY a.id
            """)
        .map(
            Row.as(
                row ->
                    new AdoptedPlan(
                        row.text("digest"),
                        row.date("in_force_from"),
                        row.instant("adopted_at"),
                        row.text("content"))))
        .list();
  }

  void insert(String digest, String content, LocalDate from, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO plan (digest, content) VALUES (:digest, :content)
            ON CONFLICT (digest) DO NOTHING
            """)
        .bind("digest", digest)
        .bind("content", content)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO plan_adoption (id, digest, in_force_from, adopted_at)
            VALUES (:id, :digest, :from, :now)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("digest", digest)
        .bind("from", IsoText.of(from))
        .bind("now", IsoText.of(now))
        .execute();
  }
}
