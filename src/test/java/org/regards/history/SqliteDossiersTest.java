package org.regards.history;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteDossiersTest extends DossiersContract {
  @TempDir private Path folder;

  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
