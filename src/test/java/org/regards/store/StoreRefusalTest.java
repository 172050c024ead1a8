package org.regards.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreRefusalTest {
  @TempDir private Path folder;

  @Test
  void refusesFolder() {
    refusal(StoreLocation.of(folder.toString()))
        .withMessage(
            "The store %s is a folder, not a file. Name a file in it: --store %s/regards.db."
                .formatted(folder, folder));
  }

  @Test
  void refusesMissingFolder() {
    Path store = folder.resolve("none/regards.db");
    refusal(StoreLocation.of(store.toString()))
        .withMessage(
            "The store %s cannot be made: there is no folder %s. Make that folder, or name another store with --store."
                .formatted(store, store.getParent()));
  }

  @Test
  void refusesReadOnlyFile() throws IOException {
    Path store = made();
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("r--r--r--"));
    refusal(StoreLocation.of(store.toString()))
        .withMessage(
            "The store %s is read-only. Allow writing to it, or name another store with --store."
                .formatted(store));
  }

  @Test
  void refusesNewerStore() throws SQLException {
    Path store = made();
    execute(
        store,
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, installed_on, execution_time, success) VALUES (99, '99',"
            + " 'later', 'SQL', 'V99__later.sql', 1, '', '2027-01-01', 1, 1)");
    assertThatThrownBy(() -> Database.open(StoreLocation.of(store.toString())))
        .isInstanceOf(StoreNewerException.class)
        .hasMessage(
            "The store %s was written by a newer Regards: its version is 99, this program knows up to %d. Update this program, or name another store with --store."
                .formatted(store, Schema.NEWEST));
  }

  @Test
  void refusesDatabaseOfAnotherProgram() throws SQLException {
    Path store = folder.resolve("other.db");
    execute(store, "CREATE TABLE bookmark (url TEXT)");
    refusal(StoreLocation.of(store.toString()))
        .withMessage(
            "%s is a database of another program: it has tables, but none of Regards. Name another store with --store."
                .formatted(store));
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Path store = folder.resolve("notes.txt");
    Files.writeString(store, "These are my notes.\n".repeat(500));
    refusal(StoreLocation.of(store.toString()))
        .withMessage(
            "The file %s is not a store of Regards, nor any SQLite database. Name another store with --store."
                .formatted(store));
    assertThat(store).hasContent("These are my notes.\n".repeat(500));
  }

  @Test
  void refusesDamagedStore() throws IOException, SQLException {
    Path store = made();
    execute(store, "PRAGMA journal_mode = DELETE");
    byte[] bytes = Files.readAllBytes(store);
    for (int i = 200; i < bytes.length; i++) {
      bytes[i] = 7;
    }
    Files.write(store, bytes);
    refusal(StoreLocation.of(store.toString()))
        .withMessage(
            "The store %s is damaged. Put a backup in its place; `sqlite3 %s .recover` may save what is not in it."
                .formatted(store, store));
  }

  @Test
  void saysWhenAnotherProgramHoldsTheStore() throws SQLException {
    Path store = made();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = other.createStatement();
        Database database =
            Database.open(StoreLocation.of(store.toString()), Duration.ofMillis(100))) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> database.write(handle -> handle.execute("DELETE FROM staff")))
          .isInstanceOf(StoreBusyException.class)
          .hasMessage(
              "The store %s has been locked by another program for more than 0.1 s. Close that program (a database browser, a second Regards), then try again."
                  .formatted(store));
      statement.execute("ROLLBACK");
      database.write(handle -> handle.execute("DELETE FROM staff"));
    }
  }

  @Test
  void saysWhenAnotherProgramLocksTheStoreFromReaders() throws SQLException {
    Path store = made();
    execute(store, "PRAGMA journal_mode = DELETE");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(
              () -> Database.open(StoreLocation.of(store.toString()), Duration.ofMillis(100)))
          .isInstanceOf(StoreBusyException.class);
    }
  }

  @Test
  void keepsNothingWhenTheDiskIsFull() {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        long pages =
                            handle.createQuery("PRAGMA page_count").mapTo(Long.class).one();
                        handle.execute("PRAGMA max_page_count = " + pages);
                        for (int i = 0; i < 1000; i++) {
                          handle.execute(
                              "INSERT INTO staff (id, name, role, email, phone, title, trained_on)"
                                  + " VALUES (?, ?, 'agent', '', '', '', '')",
                              "s" + i,
                              "x".repeat(1000));
                        }
                        return null;
                      }))
          .isInstanceOf(StoreFullException.class)
          .hasMessage(
              "There is no room left for the store %s/regards.db: nothing of this step was kept. Free some space, then try again."
                  .formatted(folder));
      assertThat(count(database)).isZero();
      database.write(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
      database.write(
          handle ->
              handle.execute(
                  "INSERT INTO staff (id, name, role, email, phone, title, trained_on)"
                      + " VALUES ('mk', '', 'agent', '', '', '', '')"));
      assertThat(count(database)).isEqualTo(1);
    }
  }

  @Test
  void refusesPostgresThatIsAway() {
    StoreLocation away =
        StoreLocation.of("jdbc:postgresql://localhost:1/regards?user=me&password=hunter2");
    assertThatThrownBy(() -> Database.open(away, Duration.ofSeconds(1)))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessage(
            "The store jdbc:postgresql://localhost:1/regards?user=me&password=*** cannot be"
                + " reached. Check that the server runs, and host, port and database in the URL.");
  }

  @Test
  void refusesPostgresDatabaseThatIsNotThere() {
    String url = ((StoreLocation.PostgresUrl) TestStores.blankPostgres()).url();
    StoreLocation missing = StoreLocation.of(url.replaceFirst("/regards\\d+", "/nowhere"));
    refusal(missing)
        .withMessage(
            "The store %s is not there: the server has no database of that name. Make it with createdb, or correct the URL."
                .formatted(missing));
  }

  @Test
  void refusesPostgresDatabaseOfAnotherProgram() {
    StoreLocation location = TestStores.blankPostgres();
    String url = ((StoreLocation.PostgresUrl) location).url();
    Assertions.assertThatCode(
            () -> {
              try (Connection connection = DriverManager.getConnection(url);
                  Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE bookmark (url TEXT)");
              }
            })
        .doesNotThrowAnyException();
    refusal(location)
        .withMessage(
            "%s is a database of another program: it has tables, but none of Regards. Name another store with --store."
                .formatted(location));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/regards?password=a%20b&user=me,"
        + " jdbc:postgresql://db/regards?password=***&user=me",
    "jdbc:postgresql://me:pa/ss@db/regards, jdbc:postgresql://me:***@db/regards",
    "jdbc:postgresql://db/regards?user=me&PASSWORD=x,"
        + " jdbc:postgresql://db/regards?user=me&PASSWORD=***",
    "jdbc:postgresql://db/regards?sslpassword=x, jdbc:postgresql://db/regards?sslpassword=***",
    "jdbc:postgresql://db/$1?password=$2, jdbc:postgresql://db/$1?password=***",
    "jdbc:postgresql://db:5432/regards, jdbc:postgresql://db:5432/regards"
  })
  void printsNoPassword(String url, String printed) {
    assertThat(StoreLocation.of(url)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:mysql://me:secret@db/regards", "postgres://me:secret@db/regards", " "})
  void refusesWhatNamesNoStore(String text) {
    assertThatThrownBy(() -> StoreLocation.of(text))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessage(
            (text.isBlank()
                    ? "No store is named."
                    : text.substring(0, text.startsWith("jdbc") ? 11 : 9)
                        + "… does not name a store.")
                + " Name a file, for example regards.db, or a PostgreSQL database, for example"
                + " jdbc:postgresql://localhost/regards?user=regards.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b?c&mode=memory#%20.db", "ü 山.db", "'quote\".db"})
  void takesAnyFileName(String name) {
    Path store = folder.resolve(name);
    try (Database database = Database.open(StoreLocation.of(store.toString()))) {
      assertThat(count(database)).isZero();
    }
    assertThat(store).isRegularFile();
  }

  @Test
  void opensANewStoreFromManyProgramsAtOnce() throws Exception {
    StoreLocation location = StoreLocation.of(folder.resolve("new.db").toString());
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        counts.add(
            threads.submit(
                () -> {
                  try (Database database = Database.open(location)) {
                    return count(database);
                  }
                }));
      }
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isZero();
      }
    }
  }

  private static int count(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM staff").mapTo(Integer.class).one());
  }

  private static ThrowableAssertAlternative<StoreRefusedException> refusal(StoreLocation location) {
    return Assertions.assertThatExceptionOfType(StoreRefusedException.class)
        .isThrownBy(() -> Database.open(location));
  }

  private Path made() {
    Path store = folder.resolve("made.db");
    Database.open(StoreLocation.of(store.toString())).close();
    return store;
  }

  private static void execute(Path store, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
