package org.regards.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jspecify.annotations.Nullable;
import org.regards.language.RegardsException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * One file: one connection writes, a few read at the same time (write-ahead log). Transactions are
 * begun and ended in SQL, because the driver's own commit at once begins the next transaction,
 * which may find the file locked after all was kept.
 */
final class SqliteEngine implements Engine {
  private static final int READERS = 8;
  private static final int CACHE_KIBIBYTES = 32 * 1024;

  /**
   * How many pages of 4 KiB the log holds before they are copied into the file: eight times what is
   * usual, so that a page that a run writes again and again is copied once.
   */
  private static final int LOG_PAGES = 8_000;

  private final Path path;
  private final StoreLocation location;
  private final Duration patience;
  private final ReentrantLock writing = new ReentrantLock();
  private final Semaphore readers = new Semaphore(READERS);
  private final BlockingQueue<Connection> idleReaders = new LinkedBlockingQueue<>();
  private final Map<Connection, KeptStatements> statements = new ConcurrentHashMap<>();
  private @Nullable Connection writer;

  /** Which file it is, whatever its name: null until it is open, and where nobody can tell. */
  private volatile @Nullable Object identity;

  SqliteEngine(StoreLocation.SqliteFile location, Duration patience) {
    this.location = location;
    this.path = location.path().toAbsolutePath();
    this.patience = patience;
    refuseWhatIsNoFile();
  }

  private void refuseWhatIsNoFile() {
    if (Files.isDirectory(path)) {
      throw new StoreRefusedException(
          "The store %s is a folder, not a file. Name a file in it: --store %s."
              .formatted(location, Path.of(location.toString()).resolve("regards.db")));
    }
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreRefusedException(
          "The store %s cannot be made: there is no folder %s. Make that folder, or name another store with --store."
              .formatted(location, folder));
    }
    if (Files.exists(path) && isReadOnly(path)) {
      throw new StoreRefusedException(
          "The store %s is read-only. Allow writing to it, or name another store with --store."
              .formatted(location));
    }
  }

  /** Also when no permission to write is set on the file, which the superuser would overlook. */
  private static boolean isReadOnly(Path file) {
    if (!Files.isWritable(file)) {
      return true;
    }
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return !permissions.contains(PosixFilePermission.OWNER_WRITE)
          && !permissions.contains(PosixFilePermission.GROUP_WRITE)
          && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException | UnsupportedOperationException noPosixFile) {
      return false;
    }
  }

  @Override
  public Connection beginRead() throws SQLException {
    refuseWhatIsGone();
    readers.acquireUninterruptibly();
    Connection connection = null;
    try {
      connection = idleReaders.poll();
      if (connection == null) {
        connection = open(false);
        set(connection, "PRAGMA query_only = ON");
      }
      execute(connection, "BEGIN");
      return connection;
    } catch (SQLException failure) {
      if (connection != null) {
        closeQuietly(connection);
      }
      readers.release();
      throw failure;
    }
  }

  @Override
  public Connection beginWrite() throws SQLException {
    refuseWhatIsGone();
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write within a write: pass the handle on instead");
    }
    writing.lock();
    try {
      Connection connection = writer;
      if (connection == null) {
        connection = open(true);
        set(connection, "PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        writer = connection;
      }
      execute(connection, "BEGIN IMMEDIATE");
      return connection;
    } catch (SQLException failure) {
      writing.unlock();
      throw failure;
    }
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    refuseWhatIsGone();
    execute(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLiteException failure) {
      // A full disk ends the transaction by itself.
      if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
        throw failure;
      }
    }
  }

  @Override
  public void release(Connection connection) throws SQLException {
    boolean usable = !connection.isClosed();
    if (!usable) {
      statements.remove(connection);
    }
    if (connection.equals(writer)) {
      if (!usable) {
        writer = null;
      }
      writing.unlock();
    } else {
      if (usable) {
        idleReaders.add(connection);
      }
      readers.release();
    }
  }

  /**
   * Pages that were split keep copies of rows beside what is in use, so the file is written anew;
   * the log, which has the old pages, is cut.
   */
  @Override
  public boolean tidy() throws SQLException {
    Connection connection = beginWrite();
    try {
      commit(connection);
      execute(connection, "VACUUM");
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt("busy") == 0;
      }
    } finally {
      release(connection);
    }
  }

  @Override
  public OptionalLong othersWrites(Connection connection) throws SQLException {
    String sql = "PRAGMA data_version";
    KeptStatements kept = kept(connection);
    PreparedStatement statement = kept.prepare(connection, sql);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    } finally {
      kept.keep(sql, statement);
    }
  }

  /** Nothing: only one transaction writes at a time. */
  @Override
  public String skipLocked() {
    return "";
  }

  @Override
  public Set<String> tables() throws SQLException {
    Connection connection = beginRead();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
                    + " 'sqlite_%'")) {
      Set<String> tables = new HashSet<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    } finally {
      abandon(connection);
    }
  }

  @Override
  public DataSource migrations() {
    SQLiteDataSource source = new SQLiteDataSource(config(true));
    source.setUrl(url());
    return source;
  }

  private Connection open(boolean forWriting) throws SQLException {
    SQLiteConfig config = config(forWriting);
    if (identity != null) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    Connection connection = config.createConnection(url());
    if (identity == null) {
      identity = fileKey().orElse(null);
    }
    return connection;
  }

  /**
   * A file that was removed or replaced takes what is written as long as it is open, and all of it
   * is lost at the end.
   */
  private void refuseWhatIsGone() {
    if (identity != null && !identity.equals(fileKey().orElse(null))) {
      throw new StoreRefusedException(
          "The store %s is not there any more: it was removed, renamed or replaced while the program had it open. Nothing more is written or sent. Put it back, then try again."
              .formatted(location));
    }
  }

  private Optional<Object> fileKey() {
    try {
      return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** As a URI, so that no character of the path is taken for a parameter. */
  private String url() {
    return "jdbc:sqlite:file://" + path.toUri().getRawPath();
  }

  private SQLiteConfig config(boolean forWriting) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.enforceForeignKeys(true);
    config.setCacheSize(-CACHE_KIBIBYTES);
    // The driver would ask for the last key after each INSERT, and leave that query open.
    config.setGetGeneratedKeys(false);
    if (forWriting) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    }
    return config;
  }

  @Override
  public StatementBuilder statements(Connection connection) {
    return kept(connection);
  }

  private KeptStatements kept(Connection connection) {
    return statements.computeIfAbsent(connection, unused -> new KeptStatements());
  }

  /** Once for a connection; it answers with what holds now, which is not read. */
  private static void set(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }

  private void execute(Connection connection, String sql) throws SQLException {
    kept(connection).execute(connection, sql);
  }

  @Override
  public Optional<RegardsException> explain(SQLException failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      return Optional.empty();
    }
    return switch (sqlite.getResultCode().code & 0xff) {
      case 5, 6 ->
          Optional.of(
              new StoreBusyException(
                  "The store %s has been locked by another program for more than %s s. "
                          .formatted(
                              location,
                              BigDecimal.valueOf(patience.toMillis(), 3)
                                  .stripTrailingZeros()
                                  .toPlainString())
                      + "Close that program (a database browser, a second Regards), then try"
                      + " again.",
                  failure));
      case 8 ->
          Optional.of(
              new StoreRefusedException(
                  "The store %s or its folder is read-only. Allow writing to it, or name another store with --store."
                      .formatted(location),
                  failure));
      case 10 ->
          Optional.of(
              new StoreRefusedException(
                  "The store %s cannot be read or written: the disk reports an error. Check the disk, then try again."
                      .formatted(location),
                  failure));
      case 11 ->
          Optional.of(
              new StoreRefusedException(
                  "The store %s is damaged. Put a backup in its place; `sqlite3 %s .recover` may save what is not in it."
                      .formatted(location, location),
                  failure));
      case 13 ->
          Optional.of(
              new StoreFullException(
                  "There is no room left for the store %s: nothing of this step was kept. Free some space, then try again."
                      .formatted(location),
                  failure));
      case 14 ->
          Optional.of(
              new StoreRefusedException(
                  "The store %s cannot be opened: its folder must allow making files. Allow it, or name another store with --store."
                      .formatted(location),
                  failure));
      case 26 ->
          Optional.of(
              new StoreRefusedException(
                  "The file %s is not a store of Regards, nor any SQLite database. Name another store with --store."
                      .formatted(location),
                  failure));
      default -> Optional.empty();
    };
  }

  /** Not while work is under way: its connections are only closed once they are given back. */
  @Override
  public void close() {
    Connection connection;
    while ((connection = idleReaders.poll()) != null) {
      closeQuietly(connection);
    }
    if (writer != null) {
      closeQuietly(writer);
      writer = null;
    }
  }

  private void closeQuietly(Connection connection) {
    statements.remove(connection);
    try {
      connection.close();
    } catch (SQLException nothingIsLost) {
      // Every transaction has ended before: closing only frees the file.
    }
  }
}
