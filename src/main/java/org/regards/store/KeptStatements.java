package org.regards.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The statements of one connection, kept prepared until the same SQL is asked for again: SQLite's
 * driver would compile it anew each time. What was bound is forgotten at once. Used by one thread
 * at a time, as its connection is, which closes them with itself.
 */
final class KeptStatements implements StatementBuilder {
  /** More than the statements of the longest way through the outbox. */
  private static final int MOST = 128;

  private final StatementBuilder builder = new DefaultStatementBuilder();

  /** Those that nobody uses now, by their SQL; the one that was used longest ago is first. */
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** What those in use were made from: JDBI names another form of it when it closes them. */
  private final IdentityHashMap<Statement, String> used = new IdentityHashMap<>();

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return builder.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement statement = prepare(connection, sql);
    used.put(statement, sql);
    return statement;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return builder.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String written, Statement statement)
      throws SQLException {
    String sql = used.remove(statement);
    if (sql == null || !(statement instanceof PreparedStatement prepared)) {
      statement.close();
    } else {
      keep(sql, prepared);
    }
  }

  /** As {@link #create}, of the store's own; the caller gives it to {@link #keep}. */
  PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept == null ? connection.prepareStatement(sql) : kept;
  }

  /**
   * Takes a statement back that nobody uses any more. One that answered with rows which nobody
   * asked for would stay under way: such a statement is not for keeping.
   */
  void keep(String sql, PreparedStatement statement) throws SQLException {
    if (idle.containsKey(sql)) {
      statement.close();
      return;
    }
    try {
      statement.getMoreResults(); // ends a result that was not read to its end
      statement.clearBatch();
      statement.clearParameters();
    } catch (SQLException unusable) {
      statement.close();
      return;
    }
    idle.put(sql, statement);
    if (idle.size() > MOST) {
      Iterator<PreparedStatement> longestIdle = idle.values().iterator();
      PreparedStatement dropped = longestIdle.next();
      longestIdle.remove();
      dropped.close();
    }
  }

  /** Runs what changes no row and returns none. */
  void execute(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = prepare(connection, sql);
    try {
      statement.execute();
    } catch (SQLException failure) {
      statement.close();
      throw failure;
    }
    keep(sql, statement);
  }
}
