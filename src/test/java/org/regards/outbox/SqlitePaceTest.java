package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqlitePaceTest extends PaceContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
