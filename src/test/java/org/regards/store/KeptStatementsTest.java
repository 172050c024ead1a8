package org.regards.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
  private static final String INSERT = "INSERT INTO word (id, said) VALUES (?, ?)";

  private final KeptStatements kept = new KeptStatements();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    kept.execute(connection, "CREATE TABLE word (id INTEGER PRIMARY KEY, said TEXT)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void givesTheSameStatementOutAgainForTheSameSql() throws SQLException {
    PreparedStatement first = kept.prepare(connection, INSERT);
    kept.keep(INSERT, first);

    assertThat(kept.prepare(connection, INSERT)).isSameAs(first);
  }

  @Test
  void neverGivesAStatementToTwoAtOnce() throws SQLException {
    PreparedStatement first = kept.prepare(connection, INSERT);
    PreparedStatement second = kept.prepare(connection, INSERT);
    assertThat(second).isNotSameAs(first);

    kept.keep(INSERT, first);
    kept.keep(INSERT, second);
    assertThat(first.isClosed()).isFalse();
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void compilesWhatJdbiAsksForOnce() {
    AtomicInteger compiled = new AtomicInteger();
    Connection counting =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")) {
                    compiled.incrementAndGet();
                  }
                  return method.invoke(connection, arguments);
                });
    Jdbi jdbi = Jdbi.create(() -> counting);
    jdbi.setStatementBuilderFactory(unused -> kept);
    jdbi.useHandle(
        handle -> {
          for (int number = 1; number <= 3; number++) {
            handle
                .createUpdate("INSERT INTO word (id, said) VALUES (:id, 'yes')")
                .bind("id", number)
                .execute();
            handle
                .createQuery("SELECT said FROM word WHERE id IN (<ids>)")
                .bindList("ids", List.of(number))
                .mapTo(String.class)
                .one();
          }
          assertThat(compiled).hasValue(2);
        });
  }

  @Test
  void forgetsWhatWasBound() throws SQLException {
    PreparedStatement first = kept.prepare(connection, INSERT);
    first.setInt(1, 1);
    first.setString(2, "Dear Ms Weber");
    first.executeUpdate();
    first.setInt(1, 2);
    first.addBatch();
    kept.keep(INSERT, first);

    PreparedStatement again = kept.prepare(connection, INSERT);
    assertThat(again.executeBatch()).isEmpty();
    again.executeUpdate();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT said FROM word ORDER BY id");
        ResultSet rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("Dear Ms Weber");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isNull();
    }
  }

  @Test
  void endsTheResultOfAStatementThatIsReadToItsMiddle() throws SQLException {
    kept.execute(connection, "INSERT INTO word (id, said) VALUES (1, 'yes'), (2, 'no')");
    String query = "SELECT said FROM word ORDER BY id";
    PreparedStatement reading = kept.prepare(connection, query);
    ResultSet rows = reading.executeQuery();
    assertThat(rows.next()).isTrue();
    kept.keep(query, reading);

    // a table that is being read cannot be dropped
    kept.execute(connection, "DROP TABLE word");
    assertThat(rows.isClosed()).isTrue();
  }

  @Test
  void keepsOnlyTheLastHundredOrSo() throws SQLException {
    PreparedStatement oldest = kept.prepare(connection, "SELECT 0");
    kept.keep("SELECT 0", oldest);
    for (int number = 1; number <= 200; number++) {
      kept.execute(connection, "UPDATE word SET said = '" + number + "'");
    }

    assertThat(oldest.isClosed()).isTrue();
  }

  @Test
  void doesNotKeepWhatFailed() throws SQLException {
    String twice = "INSERT INTO word (id, said) VALUES (1, 'yes')";
    kept.execute(connection, twice);

    assertThatThrownBy(() -> kept.execute(connection, twice))
        .hasMessageContaining("UNIQUE constraint failed");
    kept.execute(connection, "DELETE FROM word");
    kept.execute(connection, twice);
  }
}
