package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteClaimsTest extends ClaimsContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
