package org.regards.report;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteReportsTest extends ReportsContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.sqlite(folder);
  }
}
