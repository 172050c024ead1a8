package org.regards.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTest extends DatabaseContract {
  @TempDir private Path folder;

  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
