package org.regards.history;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresEvidenceTest extends EvidenceContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.postgres();
  }
}
