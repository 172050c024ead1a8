package org.regards.intake;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresImportTest extends ImportContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
