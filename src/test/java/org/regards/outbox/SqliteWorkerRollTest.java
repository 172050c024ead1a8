package org.regards.outbox;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteWorkerRollTest extends WorkerRollContract {
  @TempDir private Path folder;

  @Override
  StoreLocation emptyStore() {
    return TestStores.sqlite(folder);
  }
}
