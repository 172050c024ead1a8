package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresClaimsTest extends ClaimsContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
