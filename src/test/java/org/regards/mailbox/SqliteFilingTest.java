package org.regards.mailbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteFilingTest extends FilingContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
