package org.regards.store;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.regards.language.RegardsException;

/**
 * The store, open. Safe for many threads: on SQLite writes queue up and reads go beside them.
 * Whoever opens it closes it, after the last work has ended.
 */
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 3;
  private static final Set<String> UNDONE_FOR_ANOTHER = Set.of("40P01", "40001");

  private final Engine engine;
  private final Jdbi readers;
  private final Jdbi writers;
  private final AtomicLong writes = new AtomicLong();

  private Database(Engine engine) {
    this.engine = engine;
    this.readers = jdbi(engine::beginRead);
    this.writers = jdbi(engine::beginWrite);
  }

  /**
   * Opens a store and brings its tables up to date; makes the file when there is none.
   *
   * @throws StoreRefusedException when it cannot be used: the message says why
   * @throws StoreNewerException when a newer program wrote it
   * @throws StoreBusyException when another program holds it
   */
  public static Database open(StoreLocation location) {
    return open(location, PATIENCE);
  }

  /**
   * As {@link #open(StoreLocation)}, but makes no file: a mistyped name is not an empty store.
   *
   * @throws StoreRefusedException also when there is none
   */
  public static Database openExisting(StoreLocation location) {
    if (location instanceof StoreLocation.SqliteFile file && !Files.exists(file.path())) {
      throw new StoreRefusedException(
          "There is no store %s. Import your history first, with regards import FOLDER, or name the store that you mean with --store."
              .formatted(location));
    }
    return open(location);
  }

  static Database open(StoreLocation location, Duration patience) {
    Engine engine =
        switch (location) {
          case StoreLocation.SqliteFile file -> new SqliteEngine(file, patience);
          case StoreLocation.PostgresUrl url -> new PostgresEngine(url, patience);
        };
    try {
      Schema.bringUp(location, engine);
      return new Database(engine);
    } catch (SQLException | FlywayException failure) {
      engine.close();
      throw explained(engine, failure)
          .orElseThrow(
              () ->
                  new StoreRefusedException(
                      "The store %s cannot be brought up to date: another build of Regards made it. Nothing was changed; use that one, or name another store with --store."
                          .formatted(location),
                      failure));
    } catch (RegardsException refusal) {
      engine.close();
      throw refusal;
    }
  }

  /** Runs work on one consistent snapshot; it cannot change anything. */
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    return within(readers, work);
  }

  /** Runs work in one transaction: all of it is kept when it returns, nothing when it throws. */
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    return within(
        writers,
        handle -> {
          T result = work.apply(handle);
          writes.incrementAndGet();
          try {
            engine.markWritten(handle.getConnection());
          } catch (SQLException failure) {
            throw explained(engine, failure).orElseThrow(() -> unexplained(failure));
          }
          return result;
        });
  }

  /**
   * As {@link #write}, for what no check of a letter looks at: {@link #version} stays the same.
   * Where a delivery stands is noted so, several thousand times a second.
   */
  public <T extends @Nullable Object> T note(Function<Handle, T> work) {
    return within(writers, work);
  }

  /**
   * As {@link #write}, for work that may wait for rows in another order than somebody else: a
   * server undoes one of two that wait for each other, and that one is then done again. The work
   * acts through its handle alone, so that nothing of a try that was undone is left.
   */
  public <T extends @Nullable Object> T writePatiently(Function<Handle, T> work) {
    return patiently(() -> write(work));
  }

  /** As {@link #note}, done again as {@link #writePatiently}. */
  public <T extends @Nullable Object> T notePatiently(Function<Handle, T> work) {
    return patiently(() -> note(work));
  }

  private static <T extends @Nullable Object> T patiently(Supplier<T> step) {
    for (int tried = 1; ; tried++) {
      try {
        return step.get();
      } catch (RuntimeException undone) {
        if (tried == TRIES || !isForAnother(undone)) {
          throw undone;
        }
      }
    }
  }

  private static boolean isForAnother(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && UNDONE_FOR_ANOTHER.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Says, within a {@link #write} or {@link #note}, whether what was looked up before still holds:
   * as long as the number is the same, nobody has written to the store but by {@link #note}. Empty
   * where that cannot be known without looking it up again.
   */
  public OptionalLong version(Handle handle) {
    try {
      OptionalLong others = engine.othersWrites(handle.getConnection());
      return others.isEmpty()
          ? others
          : OptionalLong.of((others.getAsLong() << Integer.SIZE) + writes.get());
    } catch (SQLException failure) {
      throw explained(engine, failure).orElseThrow(() -> unexplained(failure));
    }
  }

  /**
   * Takes what was deleted or overwritten out of the files of a SQLite store; a server sees to its
   * own files. Not within a transaction; takes seconds on a large store.
   *
   * @return false when another program that reads keeps it there: do it again later
   */
  public boolean tidy() {
    try {
      return engine.tidy();
    } catch (SQLException failure) {
      throw explained(engine, failure).orElseThrow(() -> unexplained(failure));
    }
  }

  /**
   * Hands the SQL of each statement that is run from now on to a listener, without bound values.
   */
  public void logStatements(Consumer<String> listener) {
    SqlLogger logger =
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            listener.accept(String.valueOf(context.getRawSql()));
          }
        };
    readers.setSqlLogger(logger);
    writers.setSqlLogger(logger);
  }

  private <T extends @Nullable Object> T within(Jdbi jdbi, Function<Handle, T> work) {
    try (Handle handle = jdbi.open()) {
      try {
        T result = work.apply(handle);
        engine.commit(handle.getConnection());
        return result;
      } catch (Throwable failure) {
        undo(handle.getConnection(), failure);
        throw failure;
      }
    } catch (SQLException | JdbiException failure) {
      throw explained(engine, failure).orElseThrow(() -> unexplained(failure));
    }
  }

  /** The failure of the work is what its caller must hear of, not that of its end. */
  private void undo(Connection connection, Throwable failure) {
    try {
      engine.rollback(connection);
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private static RuntimeException unexplained(Exception failure) {
    return failure instanceof JdbiException jdbi
        ? jdbi
        : new IllegalStateException("the database refused a step of the program", failure);
  }

  private static Optional<RegardsException> explained(Engine engine, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return engine.explain(sql);
      }
    }
    return Optional.empty();
  }

  private Jdbi jdbi(Begin begin) {
    Jdbi jdbi =
        Jdbi.create(
            new ConnectionFactory() {
              @Override
              public Connection openConnection() throws SQLException {
                return begin.connection();
              }

              @Override
              public void closeConnection(Connection connection) throws SQLException {
                engine.release(connection);
              }
            });
    jdbi.setStatementBuilderFactory(engine::statements);
    // Bound values are people's names and words: they stay out of messages.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
    // In queries: FOR UPDATE SKIP LOCKED, or nothing where one transaction writes at a time.
    jdbi.define("skipLocked", engine.skipLocked());
    jdbi.registerArgument(new MomentArguments.OfInstant());
    jdbi.registerArgument(new MomentArguments.OfLocalDate());
    jdbi.registerColumnMapper(
        Instant.class,
        (columns, number, context) -> {
          String text = columns.getString(number);
          return text == null ? null : IsoText.instant(text);
        });
    jdbi.registerColumnMapper(
        LocalDate.class,
        (columns, number, context) -> {
          String text = columns.getString(number);
          return text == null ? null : IsoText.date(text);
        });
    return jdbi;
  }

  @Override
  public void close() {
    engine.close();
  }

  @FunctionalInterface
  private interface Begin {
    Connection connection() throws SQLException;
  }
}
