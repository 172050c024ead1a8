package org.regards.erasure;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class PostgresErasuresTest extends ErasuresContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.postgres();
  }

  @Override
  List<Path> files() {
    return List.of();
  }

  @Override
  List<String> columns(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT table_name || '.' || column_name FROM information_schema.columns
            WHERE table_schema = 'public'
            """)
        .mapTo(String.class)
        .list();
  }
}
