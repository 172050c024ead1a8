package org.regards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** The trail in a store, whichever it is: what was changed in it shows. */
abstract class AuditTrailContract {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456789Z");
  private static final CustomerId AGNES = new CustomerId("C-1001");
  private static final CustomerId BEN = new CustomerId("C-1002");
  private static final Actor SANA = Actor.of(new StaffId("ss"));

  @TempDir private Path folder;
  private Database database;
  private AuditTrail trail;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() {
    database = Database.open(location(folder));
    trail = new AuditTrail(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isWholeWithoutARow() {
    assertThat(trail.verify()).isEqualTo(new AuditCheck(0, 0, "", List.of()));
  }

  @Test
  void notesAReaderOnceADay() {
    for (Instant at : List.of(NOW, NOW.plusSeconds(60), NOW.plusSeconds(86_400))) {
      trail.read(at, SANA, "letter/L-1", AGNES);
      trail.read(at, Actor.login("anna"), "letter/L-1", AGNES);
    }
    assertThat(trail.of("letter/L-1"))
        .extracting(entry -> entry.deed().actor().name())
        .containsExactly("staff/ss", "login/anna", "staff/ss", "login/anna");
  }

  @Test
  void chainsItsRows() {
    addFour();
    List<AuditEntry> rows = trail.after(0, 10);
    assertThat(rows).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(rows).extracting(AuditEntry::link).doesNotHaveDuplicates();
    assertThat(rows.getFirst().deed())
        .isEqualTo(new Deed(SANA, Act.READ, "letter/L-1", AGNES, "because 1"));
    assertThat(rows.getFirst().at()).isEqualTo(Instant.parse("2026-11-20T09:00:00.123Z"));
    assertThat(trail.verify()).isEqualTo(new AuditCheck(4, 0, rows.getLast().link(), List.of()));
    assertThat(trail.after(2, 1)).containsExactly(rows.get(2));
    assertThat(trail.of(AGNES)).containsExactly(rows.get(0), rows.get(2));
    assertThat(trail.of("letter/L-2")).containsExactly(rows.get(1));
  }

  @Test
  void findsAChangedWord() {
    addFour();
    execute("UPDATE audit_entry SET because = 'because 7' WHERE number = 2");
    assertThat(trail.verify().problems()).containsExactly("row 2 is not as it was written");
    execute("UPDATE audit_entry SET because = 'because 2', act = 'approved' WHERE number = 2");
    assertThat(trail.verify().problems()).containsExactly("row 2 is not as it was written");
    execute("UPDATE audit_entry SET act = 'nonsense' WHERE number = 2");
    assertThat(trail.verify().problems()).containsExactly("row 2 is not as it was written");
  }

  @Test
  void findsAChangedLinkAndToken() {
    addFour();
    String zeros = "0".repeat(64);
    execute("UPDATE audit_entry SET link = '" + zeros + "' WHERE number = 2");
    assertThat(trail.verify().problems())
        .containsExactly(
            "row 2 does not follow on the one before it",
            "row 3 does not follow on the one before it");
    execute("UPDATE audit_entry SET token = '" + zeros + "' WHERE number = 4");
    assertThat(trail.verify().problems())
        .contains("row 4 does not follow on the one before it", "row 4 is not as it was written");
  }

  @Test
  void findsAMissingRowAndACutTail() {
    addFour();
    execute("DELETE FROM audit_entry WHERE number = 2");
    assertThat(trail.verify().problems()).containsExactly("row 2 is missing before row 3");
    execute("DELETE FROM audit_entry WHERE number = 1");
    assertThat(trail.verify().problems()).containsExactly("rows 1 to 2 are missing before row 3");
    execute("DELETE FROM audit_entry WHERE number > 3");
    assertThat(trail.verify().problems()).last().isEqualTo("row 4 is missing at the end");
  }

  @Test
  void findsByANotedHeadThatTheEndWasCutOffWithItsCounter() {
    addFour();
    String noted = trail.verify().head();
    add(5, AGNES);
    assertThat(trail.verify(noted).isWhole()).isTrue();
    execute("DELETE FROM audit_entry WHERE number > 3");
    execute("UPDATE counter SET value = 3 WHERE name = 'audit'");
    assertThat(trail.verify().isWhole()).isTrue();
    assertThat(trail.verify(noted).problems())
        .containsExactly(
            "no row has the link %s that was noted: what it held was rewritten, or cut off"
                .formatted(noted));
  }

  @Test
  void staysWholeWhenAPersonIsErased() {
    addFour();
    assertThat(database.<Integer>write(handle -> AuditTrail.erase(handle, NOW, SANA, AGNES)))
        .isEqualTo(2);
    AuditEntry named = trail.after(4, 9).getFirst();
    assertThat(trail.verify()).isEqualTo(new AuditCheck(5, 2, named.link(), List.of()));
    assertThat(Objects.requireNonNull(named.deed()).record()).startsWith("audit-key/");
    assertThat(trail.of(AGNES)).isEmpty();
    assertThat(trail.after(0, 1).getFirst().deed()).isNull();
    assertThat(Objects.requireNonNull(trail.after(1, 1).getFirst().deed()).because())
        .isEqualTo("because 2");
    add(5, AGNES);
    assertThat(trail.verify().isWhole()).isTrue();
    assertThat(trail.of(AGNES)).hasSize(1);
  }

  @Test
  void findsWordsThatWereTakenOutWithoutErasingAnybody() {
    addFour();
    execute(
        "UPDATE audit_entry SET actor = '', act = '', record = '', customer = '', because = ''"
            + " WHERE number = 3");
    assertThat(trail.verify().problems())
        .containsExactly("row 3 has lost its words, but nobody was erased");
  }

  @Test
  void findsAnErasureThatNobodyRecorded() {
    addFour();
    database.write(handle -> AuditTrail.erase(handle, NOW, SANA, AGNES));
    String key =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT id FROM audit_key WHERE customer = 'C-1002'")
                    .mapTo(String.class)
                    .one());
    execute("DELETE FROM audit_key WHERE customer = 'C-1002'");
    execute(
        "UPDATE audit_entry SET actor = '', act = '', record = '', customer = '', because = ''"
            + " WHERE customer = 'C-1002'");
    assertThat(trail.verify().problems())
        .containsExactly(
            "the words up to row 4 were taken out with their key, but no later row says that somebody was erased (audit-key/%s)"
                .formatted(key));
  }

  @Test
  void findsAMissingKey() {
    addFour();
    execute("DELETE FROM audit_key WHERE customer = 'C-1002'");
    assertThat(trail.verify().problems())
        .containsExactly("the key of row 2 is missing", "the key of row 4 is missing");
  }

  @Test
  void keepsTheChainWhenTwoAddAtOnce() throws Exception {
    int each = 40;
    List<Callable<Integer>> two = List.of(() -> addMany(each, AGNES), () -> addMany(each, BEN));
    List<Integer> added = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> one : threads.invokeAll(two)) {
        added.add(one.get());
      }
    }
    assertThat(added).containsExactly(each, each);
    AuditCheck check = trail.verify();
    assertThat(check.problems()).isEmpty();
    assertThat(check.entries()).isEqualTo(2L * each);
  }

  @Test
  void addsNothingWhenItsVerbFails() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      AuditTrail.add(handle, NOW, deed(1, AGNES));
                      throw new IllegalStateException("the verb failed");
                    }))
        .hasMessage("the verb failed");
    add(2, AGNES);
    assertThat(trail.verify()).matches(AuditCheck::isWhole).extracting("entries").isEqualTo(1L);
  }

  private void addFour() {
    add(1, AGNES);
    database.write(
        handle -> {
          AuditTrail.add(handle, NOW, List.of(deed(2, BEN), deed(3, AGNES)));
          return true;
        });
    add(4, BEN);
  }

  private int addMany(int howMany, CustomerId customer) {
    for (int number = 1; number <= howMany; number++) {
      add(number, customer);
    }
    return howMany;
  }

  private void add(int number, CustomerId customer) {
    trail.add(NOW, deed(number, customer));
  }

  private static Deed deed(int number, CustomerId customer) {
    return new Deed(SANA, Act.READ, "letter/L-" + number, customer, "because " + number);
  }

  private void execute(String sql) {
    database.write(handle -> handle.execute(sql));
  }
}
