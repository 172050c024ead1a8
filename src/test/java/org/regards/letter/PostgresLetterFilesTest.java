package org.regards.letter;

import java.nio.file.Path;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresLetterFilesTest extends LetterFilesContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.postgres();
  }
}
