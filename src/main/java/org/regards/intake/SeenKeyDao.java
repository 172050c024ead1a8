package org.regards.intake;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.store.Row;

/**
 * The keys of a file that were met so far, with their lines. Kept in a table that only this
 * connection sees, so that the memory stays flat however long the file is; it goes with {@link
 * #drop()}, or when the transaction is undone.
 */
final class SeenKeyDao {
  private final Handle handle;

  SeenKeyDao(Handle handle) {
    this.handle = handle;
    handle.execute(
        "CREATE TEMPORARY TABLE seen_key (id VARCHAR(220) NOT NULL PRIMARY KEY, line BIGINT NOT"
            + " NULL)");
  }

  /** Where those of the keys that were met stand. */
  Map<String, Long> lines(Collection<String> keys) {
    return keys.isEmpty()
        ? Map.of()
        : handle
            .createQuery("SELECT id, line FROM seen_key WHERE id IN (<keys>)")
            .bindList("keys", keys)
            .map(Row.as(row -> Map.entry(row.text("id"), row.bigNumber("line"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void add(Map<String, Long> lines) {
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO seen_key (id, line) VALUES (:id, :line)");
    lines.forEach((key, line) -> batch.bind("id", key).bind("line", line).add());
    batch.execute();
  }

  void drop() {
    handle.execute("DROP TABLE seen_key");
  }
}
