package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresArrivalsTest extends ArrivalsContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
