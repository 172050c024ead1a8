package org.regards.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.regards.language.RegardsException;

/** What differs between the two databases. Connections come with a transaction begun. */
interface Engine extends AutoCloseable {
  Connection beginRead() throws SQLException;

  Connection beginWrite() throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollback(Connection connection) throws SQLException;

  /** Gives a connection back, whose transaction has ended. */
  void release(Connection connection) throws SQLException;

  /** Gives a connection back whose transaction has not ended, also when undoing that one fails. */
  default void abandon(Connection connection) throws SQLException {
    try {
      rollback(connection);
    } finally {
      release(connection);
    }
  }

  /**
   * Takes what was deleted out of the files, as far as this program can; false when somebody who
   * reads keeps it there.
   */
  default boolean tidy() throws SQLException {
    return true;
  }

  /**
   * A number that others' writes change, and ours may, asked on the connection of a write; empty
   * where no such number can be had.
   */
  default OptionalLong othersWrites(Connection connection) throws SQLException {
    return OptionalLong.empty();
  }

  /** Makes that number another one, as the last step of a write. */
  default void markWritten(Connection connection) throws SQLException {}

  /** What makes the statements that are run on a connection, and gives them up. */
  default StatementBuilder statements(Connection connection) {
    return DefaultStatementBuilder.FACTORY.createStatementBuilder(connection);
  }

  /** What makes a query pass over rows that another transaction holds, and hold those it finds. */
  String skipLocked();

  /** The tables there are, of whatever program. */
  Set<String> tables() throws SQLException;

  /** For migrations, which manage their own transactions. */
  DataSource migrations();

  /** The failure in words, or nothing when it is a mistake of the program. */
  Optional<RegardsException> explain(SQLException failure);

  @Override
  void close();
}
