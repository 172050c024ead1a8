package org.regards.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

final class PostgresDatabaseTest extends DatabaseContract {
  @Override
  StoreLocation emptyStore() {
    return TestStores.postgres();
  }

  @Test
  void doesAgainWhatTheServerUndidForAnother() {
    try (Database database = Database.open(emptyStore())) {
      AtomicInteger tries = new AtomicInteger();
      int done = database.writePatiently(handle -> undone(handle, tries, 2, "40P01"));
      assertThat(done).isEqualTo(3);
      tries.set(0);
      assertThat(database.<Integer>notePatiently(handle -> undone(handle, tries, 1, "40001")))
          .isEqualTo(2);
    }
  }

  @Test
  void saysSoInTheEndWhenTheServerUndoesItEachTime() {
    try (Database database = Database.open(emptyStore())) {
      AtomicInteger tries = new AtomicInteger();
      assertThatThrownBy(() -> database.writePatiently(handle -> undone(handle, tries, 9, "40P01")))
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("Try again");
      assertThat(tries).hasValue(3);
    }
  }

  @Test
  void doesNothingElseAgain() {
    try (Database database = Database.open(emptyStore())) {
      AtomicInteger tries = new AtomicInteger();
      assertThatThrownBy(() -> database.writePatiently(handle -> undone(handle, tries, 9, "22012")))
          .isInstanceOf(RuntimeException.class);
      assertThat(tries).hasValue(1);
    }
  }

  @Test
  void doesNotWaitForEverForASilentServer() {
    StoreLocation.PostgresUrl store = (StoreLocation.PostgresUrl) emptyStore();
    assertThat(silence(store.url())).isEqualTo(300_000);
    String more = store.url().contains("?") ? "&" : "?";
    assertThat(silence(store.url() + more + "socketTimeout=7")).isEqualTo(7_000);
  }

  @Test
  void holdsRowsForTenMinutesAtMostWhenItHangs() {
    StoreLocation.PostgresUrl store = (StoreLocation.PostgresUrl) emptyStore();
    assertThat(mayHang(store.url())).isEqualTo("10min");
    String more = store.url().contains("?") ? "&" : "?";
    assertThat(
            mayHang(
                store.url() + more + "options=-c%20idle_in_transaction_session_timeout=1800000"))
        .isEqualTo("30min");
  }

  @Test
  void letsOthersHaveTheRowsOfAProgramThatHangs() {
    try (Database hanging = Database.open(emptyStore())) {
      assertThatThrownBy(
              () ->
                  hanging.write(
                      handle -> {
                        handle.execute("SET LOCAL idle_in_transaction_session_timeout = '200ms'");
                        handle.execute("SELECT number FROM store_version FOR UPDATE");
                        hanging.note(other -> other.execute("UPDATE store_version SET number = 7"));
                        return handle.execute("UPDATE store_version SET number = 9");
                      }))
          .isInstanceOf(StoreRefusedException.class)
          .hasMessageContaining("Nothing of this step was kept");
      assertThat(
              hanging.<Integer>read(
                  handle ->
                      handle
                          .createQuery("SELECT number FROM store_version")
                          .mapTo(Integer.class)
                          .one()))
          .isEqualTo(7);
    }
  }

  private static String mayHang(String url) {
    try (Database database = Database.open(StoreLocation.of(url))) {
      return database.<String>read(
          handle ->
              handle
                  .createQuery("SHOW idle_in_transaction_session_timeout")
                  .mapTo(String.class)
                  .one());
    }
  }

  private static int undone(Handle handle, AtomicInteger tries, int howOften, String state) {
    int tried = tries.incrementAndGet();
    if (tried <= howOften) {
      handle.execute("DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''%s''; END'".formatted(state));
    }
    return tried;
  }

  private static int silence(String url) {
    try (Database database = Database.open(StoreLocation.of(url))) {
      return database.read(
          handle -> {
            try {
              return handle.getConnection().getNetworkTimeout();
            } catch (SQLException failure) {
              throw new IllegalStateException(failure);
            }
          });
    }
  }
}
