package org.regards.playbook;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqlitePlaybooksTest extends PlaybooksContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.sqlite(folder);
  }
}
