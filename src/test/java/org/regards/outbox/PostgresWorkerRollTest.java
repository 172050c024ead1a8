package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresWorkerRollTest extends WorkerRollContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
