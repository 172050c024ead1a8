package org.regards.mailbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresFilingTest extends FilingContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
