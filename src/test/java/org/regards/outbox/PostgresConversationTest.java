package org.regards.outbox;

import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresConversationTest extends ConversationContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
