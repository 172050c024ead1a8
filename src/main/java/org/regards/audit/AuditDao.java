package org.regards.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.regards.customer.CustomerId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** The trail in the store. Lives as long as its handle. */
final class AuditDao {
  private static final String COUNTER = "audit";

  /** How a key is named as a record, when it is erased. */
  static final String KEY_RECORD = "audit-key/";

  private static final Counter NUMBERS = new Counter(COUNTER);
  private static final String COLUMNS =
      "SELECT number, at, actor, act, record, customer, because, key_id, token, link FROM"
          + " audit_entry ";

  private final Handle handle;

  AuditDao(Handle handle) {
    this.handle = handle;
  }

  void append(Instant at, List<Deed> deeds) {
    if (deeds.isEmpty()) {
      return;
    }
    // The counter's row is locked from here on: nobody else adds before this transaction ends.
    long number = NUMBERS.allocate(handle, deeds.size());
    String link = number == 1 ? Seal.BEGINNING : link(number - 1);
    Instant moment = IsoText.instant(IsoText.of(at));
    Map<String, Key> keys =
        keysOf(deeds.stream().map(AuditDao::customer).collect(Collectors.toSet()));
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO audit_entry
              (number, at, actor, act, record, customer, because, key_id, token, link)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    for (Deed deed : deeds) {
      String customer = customer(deed);
      Key key = Objects.requireNonNull(keys.get(customer));
      String token = Seal.token(key.secret(), number, moment, deed);
      link = Seal.link(link, number, moment, token);
      batch.add(
          number,
          moment,
          deed.actor().name(),
          deed.act().word(),
          deed.record(),
          customer,
          deed.because(),
          key.id(),
          token,
          link);
      number++;
    }
    batch.execute();
  }

  List<AuditEntry> after(long number, int most) {
    return rows(number, most).stream().map(AuditDao::entry).toList();
  }

  List<SealedRow> rows(long number, int most) {
    return rows(
        handle
            .createQuery(COLUMNS + "WHERE number > :number ORDER BY number LIMIT :most")
            .bind("number", number)
            .bind("most", most));
  }

  List<AuditEntry> of(CustomerId customer) {
    return entries("customer", customer.value());
  }

  List<AuditEntry> of(String record) {
    return entries("record", record);
  }

  private List<AuditEntry> entries(String column, String value) {
    return rows(
            handle
                .createQuery(COLUMNS + "WHERE " + column + " = :value ORDER BY number")
                .bind("value", value))
        .stream()
        .map(AuditDao::entry)
        .toList();
  }

  /** Whether somebody did this to a record within a day of UTC. */
  boolean isDoneOn(LocalDate day, Deed deed) {
    return handle
            .createQuery(
                """
                SELECT COUNT(*) FROM audit_entry
                WHERE record = :record AND actor = :actor AND act = :act AND at >= :day AND at < :next
                """)
            .bind("record", deed.record())
            .bind("actor", deed.actor().name())
            .bind("act", deed.act().word())
            .bind("day", IsoText.of(day))
            .bind("next", IsoText.of(day.plusDays(1)))
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Waits until nobody adds, so that no row about the customer comes with the old key. */
  int erase(Instant at, Actor by, CustomerId customer) {
    handle
        .createUpdate("UPDATE counter SET value = value WHERE name = :name")
        .bind("name", COUNTER)
        .execute();
    List<Deed> deeds =
        handle
            .createQuery("SELECT id FROM audit_key WHERE customer = :customer")
            .bind("customer", customer.value())
            .map(Row.as(row -> new Deed(by, Act.ERASED, KEY_RECORD + row.text("id"), null, "")))
            .list();
    handle
        .createUpdate("DELETE FROM audit_key WHERE customer = :customer")
        .bind("customer", customer.value())
        .execute();
    int rows = blank(customer);
    append(at, deeds);
    return rows;
  }

  private int blank(CustomerId customer) {
    return handle
        .createUpdate(
            """
            UPDATE audit_entry SET actor = '', act = '', record = '', customer = '', because = ''
            WHERE customer = :customer
            """)
        .bind("customer", customer.value())
        .execute();
  }

  /** The secrets of keys by their ids, of those that are still there. */
  Map<String, String> keys(Collection<String> ids) {
    Map<String, String> secrets = new HashMap<>();
    handle
        .createQuery("SELECT id, secret FROM audit_key WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .map(Row.as(row -> Map.entry(row.text("id"), row.text("secret"))))
        .forEach(key -> secrets.put(key.getKey(), key.getValue()));
    return secrets;
  }

  /** How many numbers have been given to rows. */
  long given() {
    return handle
        .createQuery("SELECT value FROM counter WHERE name = :name")
        .bind("name", COUNTER)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  static Deed deed(SealedRow row, Act act) {
    return new Deed(
        new Actor(row.actor()),
        act,
        row.record(),
        row.customer().isEmpty() ? null : new CustomerId(row.customer()),
        row.because());
  }

  private static AuditEntry entry(SealedRow row) {
    return new AuditEntry(
        row.number(),
        row.at(),
        Act.of(row.act()).map(act -> deed(row, act)).orElse(null),
        row.link());
  }

  private String link(long number) {
    return handle
        .createQuery("SELECT link FROM audit_entry WHERE number = :number")
        .bind("number", number)
        .mapTo(String.class)
        .findOne()
        .orElse(Seal.BEGINNING);
  }

  /** A key under which rows about somebody are sealed; its id says nothing of them. */
  private record Key(String id, String secret) {}

  /** The keys of these, in two statements however many they are; made where there is none yet. */
  private Map<String, Key> keysOf(Set<String> customers) {
    Map<String, Key> keys = new HashMap<>();
    handle
        .createQuery("SELECT customer, id, secret FROM audit_key WHERE customer IN (<customers>)")
        .bindList("customers", customers)
        .map(
            Row.as(
                row ->
                    Map.entry(row.text("customer"), new Key(row.text("id"), row.text("secret")))))
        .forEach(key -> keys.put(key.getKey(), key.getValue()));
    if (keys.size() < customers.size()) {
      PreparedBatch batch =
          handle.prepareBatch(
              "INSERT INTO audit_key (customer, id, secret) VALUES (:customer, :id, :secret)");
      for (String customer : customers) {
        if (!keys.containsKey(customer)) {
          Key made = new Key(UUID.randomUUID().toString(), Seal.newKey());
          keys.put(customer, made);
          batch
              .bind("customer", customer)
              .bind("id", made.id())
              .bind("secret", made.secret())
              .add();
        }
      }
      batch.execute();
    }
    return keys;
  }

  private static String customer(Deed deed) {
    return deed.customer() == null ? "" : deed.customer().value();
  }

  private static List<SealedRow> rows(Query query) {
    return query
        .map(
            Row.as(
                row ->
                    new SealedRow(
                        row.bigNumber("number"),
                        row.instant("at"),
                        row.text("actor"),
                        row.text("act"),
                        row.text("record"),
                        row.text("customer"),
                        row.text("because"),
                        row.text("key_id"),
                        row.text("token"),
                        row.text("link"))))
        .list();
  }
}
