package org.regards.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of store does alike. */
abstract class DatabaseContract {
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatAWriteReturnedFrom() {
    database.write(handle -> insertStaff(handle, "mk"));
    assertThat(staff()).containsExactly("mk");
  }

  @Test
  void keepsNothingOfAWriteThatThrew() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      insertStaff(handle, "mk");
                      throw new IllegalStateException("stop");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(staff()).isEmpty();
    database.write(handle -> insertStaff(handle, "jo"));
    assertThat(staff()).containsExactly("jo");
  }

  @Test
  void saysWhyAWriteFailedWhenItCannotBeUndoneEither() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      cut(handle);
                      throw new IllegalStateException("the reason");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the reason")
        .satisfies(failure -> assertThat(failure.getSuppressed()).isNotEmpty());
    database.write(handle -> insertStaff(handle, "mk"));
    assertThat(staff()).containsExactly("mk");
  }

  @Test
  void goesOnReadingAfterManyConnectionsWereCut() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  database.read(
                      handle -> {
                        cut(handle);
                        throw new IllegalStateException("the reason");
                      }))
          .hasMessage("the reason");
    }
    assertThat(staff()).isEmpty();
  }

  private static void cut(Handle handle) {
    try {
      handle.getConnection().close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void showsAReaderOneSnapshot() {
    database.write(handle -> insertStaff(handle, "mk"));
    List<String> seen =
        database.read(
            handle -> {
              List<String> before = staff(handle);
              database.write(writing -> insertStaff(writing, "jo"));
              List<String> after = new ArrayList<>(before);
              after.addAll(staff(handle));
              return after;
            });
    assertThat(seen).containsExactly("mk", "mk");
    assertThat(staff()).containsExactlyInAnyOrder("mk", "jo");
  }

  @Test
  void refusesAChangeByAReader() {
    assertThatThrownBy(() -> database.read(handle -> insertStaff(handle, "mk")))
        .isInstanceOf(RuntimeException.class);
    assertThat(staff()).isEmpty();
  }

  @Test
  void keepsBoundValuesOutOfMessages() {
    database.write(handle -> insertStaff(handle, "secret-key"));
    assertThatThrownBy(() -> database.write(handle -> insertStaff(handle, "secret-key")))
        .message()
        .doesNotContain("secret-key");
  }

  @Test
  void enforcesReferences() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle ->
                        handle.execute(
                            """
                            INSERT INTO customer_order (id, customer, ordered_on, kind, amount_minor, currency, description)
                            VALUES ('O-1', 'nobody', '2026-01-01', 'order', 1, 'GBP', '')
                            """)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void handsOutEachNumberOnce() {
    Counter letters = new Counter("letter");
    assertThat((long) database.write(handle -> letters.allocate(handle, 3))).isEqualTo(1);
    assertThat((long) database.write(handle -> letters.allocate(handle, 1))).isEqualTo(4);
    assertThat((long) database.write(handle -> new Counter("run").allocate(handle, 1)))
        .isEqualTo(1);
  }

  @Test
  void handsOutEachNumberOnceToManyThreads() throws Exception {
    Counter letters = new Counter("letter");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> numbers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Callable<Long> taking = () -> database.write(handle -> letters.allocate(handle, 1));
        numbers.add(threads.submit(taking));
      }
      List<Long> taken = new ArrayList<>();
      for (Future<Long> number : numbers) {
        taken.add(number.get());
      }
      assertThat(taken).doesNotHaveDuplicates().hasSize(100);
    }
  }

  @Test
  void bindsAndReadsDatesAndMomentsInOneForm() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    Instant moment = Instant.parse("2026-11-20T09:00:00.123456Z");
    database.read(
        handle -> {
          assertThat(
                  handle
                      .createQuery("SELECT CAST(:day AS VARCHAR(10))")
                      .bind("day", day)
                      .mapTo(String.class)
                      .one())
              .isEqualTo("2024-02-29");
          assertThat(
                  handle
                      .createQuery("SELECT CAST(:moment AS VARCHAR(24))")
                      .bind("moment", moment)
                      .mapTo(Instant.class)
                      .one())
              .isEqualTo(Instant.parse("2026-11-20T09:00:00.123Z"));
          return null;
        });
  }

  private List<String> staff() {
    return database.read(DatabaseContract::staff);
  }

  private static List<String> staff(Handle handle) {
    return handle.createQuery("SELECT id FROM staff").mapTo(String.class).list();
  }

  private static int insertStaff(Handle handle, String id) {
    return handle
        .createUpdate(
            """
            INSERT INTO staff (id, name, role, email, phone, title, trained_on)
            VALUES (:id, '', 'agent', '', '', '', '')
            """)
        .bind("id", id)
        .execute();
  }
}
