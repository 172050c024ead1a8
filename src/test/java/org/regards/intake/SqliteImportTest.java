package org.regards.intake;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteImportTest extends ImportContract {
  @TempDir private Path storeFolder;

  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(storeFolder);
  }
}
