package org.regards.audit;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteAuditTrailTest extends AuditTrailContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.sqlite(folder);
  }
}
