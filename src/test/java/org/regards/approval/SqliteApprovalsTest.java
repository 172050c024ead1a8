package org.regards.approval;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteApprovalsTest extends ApprovalsContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.sqlite(folder);
  }
}
