package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresDispatcherTest extends DispatcherContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
