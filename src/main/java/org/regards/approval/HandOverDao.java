package org.regards.approval;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.store.Counter;
import org.regards.store.Row;

/** Letters that somebody else signs, in the store. Lives as long as its handle. */
final class HandOverDao {
  private static final Counter NUMBERS = new Counter("hand_over");

  private final Handle handle;

  HandOverDao(Handle handle) {
    this.handle = handle;
  }

  void insert(HandOver one) {
    handle
        .createUpdate(
            """
            INSERT INTO hand_over (id, letter, from_staff, to_staff, not_before, staff, because, said_at)
            VALUES (:id, :letter, :from, :to, :notBefore, :by, :because, :at)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("letter", one.letter().number())
        .bind("from", one.from().value())
        .bind("to", one.to().value())
        .bind("notBefore", one.notBefore())
        .bind("by", one.by().value())
        .bind("because", one.because())
        .bind("at", one.at())
        .execute();
  }

  /** The last one of each letter that was handed over. */
  Map<LetterId, HandOver> last(Collection<LetterId> letters) {
    Map<LetterId, HandOver> last = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT letter, from_staff, to_staff, not_before, staff, because, said_at
            FROM hand_over WHERE letter IN (<letters>) ORDER BY id
            """)
        .bindList("letters", letters.stream().map(LetterId::number).distinct().toList())
        .map(
            Row.as(
                row ->
                    new HandOver(
                        new LetterId(row.bigNumber("letter")),
                        new StaffId(row.text("from_staff")),
                        new StaffId(row.text("to_staff")),
                        row.instant("not_before"),
                        new StaffId(row.text("staff")),
                        row.text("because"),
                        row.instant("said_at"))))
        .forEach(one -> last.put(one.letter(), one));
    return last;
  }
}
