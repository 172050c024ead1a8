package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteArrivalsTest extends ArrivalsContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
