package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresPaceTest extends PaceContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
