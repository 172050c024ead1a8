package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteDispatcherTest extends DispatcherContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
