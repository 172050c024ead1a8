package org.regards.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Empty stores for tests: a file, or a database of its own in the one PostgreSQL of the test run.
 * Both are copies of one that was migrated before, because migrating each anew took most of the
 * tests' time.
 */
public final class TestStores {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestStores() {}

  /** {@code regards.db} in the folder. */
  public static StoreLocation sqlite(Path folder) {
    Path file = folder.resolve("regards.db");
    try {
      Files.write(file, SqliteFile.MIGRATED);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return StoreLocation.of(file.toString());
  }

  public static StoreLocation postgres() {
    return created(Server.MIGRATED);
  }

  /** Without any tables. */
  static StoreLocation blankPostgres() {
    return created("template1");
  }

  private static StoreLocation created(String template) {
    String name = "regards" + DATABASES.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    } catch (SQLException failure) {
      throw new IllegalStateException("no database for the test", failure);
    }
    return StoreLocation.of(Server.RUNNING.getJdbcUrl("postgres", name));
  }

  private static final class SqliteFile {
    static final byte[] MIGRATED = migrated();

    private static byte[] migrated() {
      try {
        Path folder = Files.createTempDirectory("regards");
        Path file = folder.resolve("regards.db");
        Database.open(StoreLocation.of(file.toString())).close();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return bytes;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** Started when the first test asks; it ends with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();
    static final String MIGRATED = "migrated";

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + MIGRATED);
        }
        Database.open(StoreLocation.of(server.getJdbcUrl("postgres", MIGRATED))).close();
        return server;
      } catch (IOException | SQLException failure) {
        throw new IllegalStateException("no PostgreSQL for the tests", failure);
      }
    }
  }
}
