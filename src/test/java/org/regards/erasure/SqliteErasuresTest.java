package org.regards.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

final class SqliteErasuresTest extends ErasuresContract {
  @Override
  StoreLocation location(Path folder) {
    return TestStores.sqlite(folder);
  }

  @Override
  List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  List<String> columns(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """)
        .mapTo(String.class)
        .list();
  }
}
