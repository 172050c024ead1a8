package org.regards.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty stores for tests: a file, or a database of its own in the one PostgreSQL of the test run. */
public final class TestStores {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestStores() {}

  public static StoreLocation sqlite(Path folder) {
    return StoreLocation.of(folder.resolve("regards.db").toString());
  }

  public static StoreLocation postgres() {
    String name = "regards" + DATABASES.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException("no database for the test", failure);
    }
    return StoreLocation.of(Server.RUNNING.getJdbcUrl("postgres", name));
  }

  /** Started when the first test asks; it ends with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
