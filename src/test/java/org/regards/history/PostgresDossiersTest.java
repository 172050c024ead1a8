package org.regards.history;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresDossiersTest extends DossiersContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
