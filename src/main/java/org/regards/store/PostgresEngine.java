package org.regards.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.regards.language.RegardsException;

/** A PostgreSQL database through a pool. */
final class PostgresEngine implements Engine {
  private static final int CONNECTIONS = 8;

  /**
   * A server that says nothing for so long is taken for lost. Longer than any statement takes, and
   * than others wait for rows that a large import holds.
   */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /**
   * Who holds rows and asks for nothing so long has hung, and the server undoes it. Longer than
   * {@link #SILENCE}: what we still wait for ourselves is not over. What the server, the role or
   * the URL says goes before.
   */
  private static final Duration HUNG = SILENCE.multipliedBy(2);

  private static final String LET_GO_WHEN_HUNG =
      "SELECT set_config('idle_in_transaction_session_timeout', '%d', false) WHERE current_setting('idle_in_transaction_session_timeout') = '0'"
          .formatted(HUNG.toMillis());

  private final StoreLocation location;
  private final HikariDataSource pool;
  private final DataSource migrations;

  PostgresEngine(StoreLocation.PostgresUrl location, Duration patience) {
    this.location = location;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(location.url());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(patience.toMillis());
    // The first look at the tables meets a server that is away, with its reason.
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(LET_GO_WHEN_HUNG);
    Properties ways = ways(patience);
    // A change of the tables may rebuild a large one: it takes as long as it takes.
    this.migrations = new DriverDataSource(location.url(), null, ways, null, null);
    ways.setProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    config.setDataSourceProperties(ways);
    this.pool = new HikariDataSource(config);
  }

  /** What the URL says goes before these. */
  private static Properties ways(Duration patience) {
    Properties ways = new Properties();
    ways.setProperty("reWriteBatchedInserts", "true");
    // The detail of a broken constraint names the values.
    ways.setProperty("logServerErrorDetail", "false");
    ways.setProperty("connectTimeout", String.valueOf(Math.max(1, patience.toSeconds())));
    ways.setProperty("tcpKeepAlive", "true");
    return ways;
  }

  @Override
  public Connection beginRead() throws SQLException {
    return begun("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }

  @Override
  public Connection beginWrite() throws SQLException {
    // Whatever the server's default: after waiting for a lock, a writer sees what the other wrote.
    return begun("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
  }

  private Connection begun(String kind) throws SQLException {
    Connection connection = pool.getConnection();
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(kind);
      }
      return connection;
    } catch (SQLException failure) {
      try {
        connection.close();
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void release(Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public OptionalLong othersWrites(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT number FROM store_version")) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  /** The row is held from here to the end of the transaction, which is the next step. */
  @Override
  public void markWritten(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE store_version SET number = number + 1");
    }
  }

  @Override
  public String skipLocked() {
    return "FOR UPDATE SKIP LOCKED";
  }

  @Override
  public Set<String> tables() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                    + " current_schema()")) {
      Set<String> tables = new HashSet<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  @Override
  public DataSource migrations() {
    return migrations;
  }

  @Override
  public Optional<RegardsException> explain(SQLException failure) {
    SQLException reason = failure;
    while (reason.getCause() instanceof SQLException deeper) {
      reason = deeper;
    }
    String state = reason.getSQLState() == null ? "08001" : reason.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          refused(
              "The store %s refused the user name or the password. Check both in the URL of the"
                  + " store.",
              failure);
      case "3D000" ->
          refused(
              "The store %s is not there: the server has no database of that name. Make it with"
                  + " createdb, or correct the URL.",
              failure);
      case "53100" ->
          Optional.of(
              new StoreFullException(
                  "There is no room left for the store %s: nothing of this step was kept. Free some space, then try again."
                      .formatted(location),
                  failure));
      case "55P03" ->
          Optional.of(
              new StoreBusyException(
                  "The store %s is locked by another program. Wait for it to end, then try again."
                      .formatted(location),
                  failure));
      case "40P01", "40001" ->
          Optional.of(
              new StoreBusyException(
                  "Another program changed the same records of the store %s at the same moment: nothing of this step was kept. Try again."
                      .formatted(location),
                  failure));
      case "25P03" ->
          refused(
              "The store %s was let go of: this program held records and did nothing with them for"
                  + " longer than the server allows. Nothing of this step was kept; try again.",
              failure);
      case "25006" ->
          refused(
              "The store %s is read-only. Allow writing to it, or name another store with --store.",
              failure);
      default ->
          state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
              ? refused(
                  "The store %s cannot be reached. Check that the server runs, and host, port and"
                      + " database in the URL.",
                  failure)
              : Optional.empty();
    };
  }

  private Optional<RegardsException> refused(String message, SQLException failure) {
    return Optional.of(new StoreRefusedException(message.formatted(location), failure));
  }

  @Override
  public void close() {
    pool.close();
  }
}
