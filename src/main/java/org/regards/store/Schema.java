package org.regards.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of a store to the version that this program works with. */
final class Schema {
  /** The newest file among the migrations; known beforehand so that a start needs no Flyway. */
  static final int NEWEST = 22;

  static final String MIGRATIONS = "classpath:org/regards/store/migrations";

  private static final int MOST_ATTEMPTS = 10;
  private static final String LEDGER = "flyway_schema_history";

  private Schema() {}

  /**
   * Migrates the store unless it is up to date. Two programs may start on a new store at once; each
   * then finds the other in its way and tries again.
   */
  static void bringUp(StoreLocation location, Engine engine) throws SQLException {
    for (int attempt = 1; version(location, engine) < NEWEST; attempt++) {
      try {
        migrate(engine);
      } catch (FlywayException failure) {
        if (attempt == MOST_ATTEMPTS || !isBusy(engine, failure)) {
          throw failure;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000, 200_000_000));
      }
    }
  }

  private static void migrate(Engine engine) {
    Flyway.configure().dataSource(engine.migrations()).locations(MIGRATIONS).load().migrate();
  }

  /** Busy, or a step that failed because the other one has taken it in between. */
  private static boolean isBusy(Engine engine, FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return engine.explain(sql).map(StoreBusyException.class::isInstance).orElse(true);
      }
    }
    return false;
  }

  private static int version(StoreLocation location, Engine engine) throws SQLException {
    Set<String> tables = engine.tables();
    if (tables.isEmpty()) {
      return 0;
    }
    if (!tables.contains(LEDGER)) {
      throw new StoreRefusedException(
          "%s is a database of another program: it has tables, but none of Regards. "
                  .formatted(location)
              + "Name another store with --store.");
    }
    int version = applied(engine);
    if (version > NEWEST) {
      throw new StoreNewerException(location, version, NEWEST);
    }
    return version;
  }

  private static int applied(Engine engine) throws SQLException {
    Connection connection = engine.beginRead();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                    + " ORDER BY installed_rank DESC LIMIT 1")) {
      return rows.next() ? Integer.parseInt(rows.getString(1)) : 0;
    } finally {
      engine.abandon(connection);
    }
  }
}
