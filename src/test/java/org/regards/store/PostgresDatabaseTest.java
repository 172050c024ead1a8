package org.regards.store;

final class PostgresDatabaseTest extends DatabaseContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }
}
