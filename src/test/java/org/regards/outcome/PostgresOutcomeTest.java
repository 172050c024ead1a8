package org.regards.outcome;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresOutcomeTest extends OutcomeContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.postgres();
  }
}
