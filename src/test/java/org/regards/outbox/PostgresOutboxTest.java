package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresOutboxTest extends OutboxContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
