package org.regards.hold;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Holds in the store. Rows are added and never changed. Lives as long as its handle. */
public final class HoldDao {
  private static final Counter NUMBERS = new Counter("hold");

  private static final String SELECT =
      """
      SELECT h.id, h.customer, h.kind, h.cause_record, h.cause, h.owner, h.set_by, h.set_at, h.due,
             h.releasers, l.lifted_by, l.lifted_at, l.reason
      FROM hold h LEFT JOIN hold_lift l ON l.hold = h.id
      """;

  private final Handle handle;

  public HoldDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * Why letters are stopped at a moment: of each customer the holds that stop everything, oldest
   * first; those who have none are not in it.
   */
  public Map<CustomerId, List<Hold>> standing(Collection<CustomerId> customers, Instant now) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(SELECT + "WHERE l.hold IS NULL AND h.customer IN (<customers>) ORDER BY h.id")
        .bindList("customers", customers.stream().map(CustomerId::value).distinct().toList())
        .map(Row.as(HoldDao::hold))
        .stream()
        .filter(hold -> hold.isActive(now))
        .collect(groupingBy(Hold::customer));
  }

  /** The holds that a named person let each of the letters pass, by the number of the letter. */
  public Map<Long, Set<HoldId>> passes(Collection<Long> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT letter, hold FROM hold_pass WHERE letter IN (<letters>)")
        .bindList("letters", List.copyOf(letters))
        .map(Row.as(row -> Map.entry(row.bigNumber("letter"), new HoldId(row.bigNumber("hold")))))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  /** All of a customer, lifted ones too, oldest first. */
  public List<Hold> of(CustomerId customer) {
    return handle
        .createQuery(SELECT + "WHERE h.customer = :customer ORDER BY h.id")
        .bind("customer", customer.value())
        .map(Row.as(HoldDao::hold))
        .list();
  }

  Optional<Hold> find(HoldId id) {
    return handle
        .createQuery(SELECT + "WHERE h.id = :id")
        .bind("id", id.number())
        .map(Row.as(HoldDao::hold))
        .findFirst();
  }

  /** Those that nobody has lifted, by the day that they are due. */
  List<Hold> unlifted() {
    return handle
        .createQuery(SELECT + "WHERE l.hold IS NULL ORDER BY h.due, h.id")
        .map(Row.as(HoldDao::hold))
        .list();
  }

  Hold add(HoldOrder order, Instant now) {
    Hold hold =
        new Hold(
            new HoldId(NUMBERS.allocate(handle, 1)),
            order.customer(),
            order.kind(),
            order.causeRecord(),
            order.cause(),
            order.owner(),
            order.heldBy(),
            IsoText.instant(IsoText.of(now)),
            order.due(),
            order.releasers().isEmpty() ? order.kind().releasers() : order.releasers(),
            null);
    handle
        .createUpdate(
            """
            INSERT INTO hold (id, customer, kind, cause_record, cause, owner, set_by, set_at, due, releasers)
            VALUES (:id, :customer, :kind, :causeRecord, :cause, :owner, :by, :at, :due, :releasers)
            """)
        .bind("id", hold.id().number())
        .bind("customer", hold.customer().value())
        .bind("kind", hold.kind().word())
        .bind("causeRecord", hold.causeRecord())
        .bind("cause", hold.cause())
        .bind("owner", hold.owner().value())
        .bind("by", hold.heldBy().value())
        .bind("at", IsoText.of(hold.heldAt()))
        .bind("due", IsoText.of(hold.due()))
        .bind("releasers", hold.releasers().stream().sorted().map(Role::word).collect(joining(";")))
        .execute();
    return hold;
  }

  /** False when somebody else has lifted it in between. */
  boolean lift(HoldId id, Hold.Lift lift) {
    return handle
            .createUpdate(
                """
                INSERT INTO hold_lift (hold, lifted_by, lifted_at, reason)
                VALUES (:hold, :by, :at, :reason)
                ON CONFLICT (hold) DO NOTHING
                """)
            .bind("hold", id.number())
            .bind("by", lift.by().value())
            .bind("at", IsoText.of(lift.at()))
            .bind("reason", lift.reason())
            .execute()
        == 1;
  }

  void pass(long letter, HoldId hold, String essential, Hold.Lift word) {
    handle
        .createUpdate(
            """
            INSERT INTO hold_pass (letter, hold, given_by, given_at, reason, essential)
            VALUES (:letter, :hold, :by, :at, :reason, :essential)
            ON CONFLICT (letter, hold) DO NOTHING
            """)
        .bind("letter", letter)
        .bind("hold", hold.number())
        .bind("by", word.by().value())
        .bind("at", IsoText.of(word.at()))
        .bind("reason", word.reason())
        .bind("essential", essential)
        .execute();
  }

  private static Hold hold(Row row) {
    String liftedBy = row.textOrNull("lifted_by");
    return new Hold(
        new HoldId(row.bigNumber("id")),
        new CustomerId(row.text("customer")),
        HoldKind.of(row.text("kind")).orElseThrow(),
        row.text("cause_record"),
        row.text("cause"),
        new StaffId(row.text("owner")),
        new StaffId(row.text("set_by")),
        row.instant("set_at"),
        row.date("due"),
        Stream.of(row.text("releasers").split(";", -1))
            .map(word -> Role.of(word).orElseThrow())
            .collect(toSet()),
        liftedBy == null
            ? null
            : new Hold.Lift(new StaffId(liftedBy), row.instant("lifted_at"), row.text("reason")));
  }
}
