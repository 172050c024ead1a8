package org.regards.hold;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresHoldsTest extends HoldsContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.postgres();
  }
}
