package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresPrintRunTest extends PrintRunContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
