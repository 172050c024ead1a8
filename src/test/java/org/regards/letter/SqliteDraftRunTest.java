package org.regards.letter;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteDraftRunTest extends DraftRunContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
