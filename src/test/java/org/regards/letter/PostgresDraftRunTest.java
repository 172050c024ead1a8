package org.regards.letter;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresDraftRunTest extends DraftRunContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
