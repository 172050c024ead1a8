package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresWorkerRollTest extends WorkerRollContract {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Machine OFFICE = new Machine("office", "office/1", pid -> "");

  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }

  @Test
  void doesNotWaitForAWorkerThatStoppedWithinATransaction() {
    try (Database database = Database.open(emptyStore())) {
      long far = database.note(handle -> new WorkerDao(handle).enlist("token", OFFICE, 101, NOW));
      StoredWorker seen = database.read(handle -> new WorkerDao(handle).here()).getFirst();
      boolean whileHeld =
          database.note(
              holding -> {
                holding.execute("SELECT id FROM worker WHERE id = ? FOR UPDATE", far);
                return declaredGone(database, seen);
              });
      assertThat(whileHeld).isFalse();
      assertThat(declaredGone(database, seen)).isTrue();
    }
  }

  private static boolean declaredGone(Database database, StoredWorker seen) {
    return database.note(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '5s'");
          return new WorkerDao(handle).declareGone(seen);
        });
  }
}
