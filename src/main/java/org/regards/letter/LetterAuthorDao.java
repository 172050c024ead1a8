package org.regards.letter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.customer.StaffId;
import org.regards.store.Row;

/** Who had a hand in which letter, in the store. Lives as long as its handle. */
final class LetterAuthorDao {
  private final Handle handle;

  LetterAuthorDao(Handle handle) {
    this.handle = handle;
  }

  Map<LetterId, Set<StaffId>> of(Collection<LetterId> letters) {
    return handle
        .createQuery("SELECT letter, staff FROM letter_author WHERE letter IN (<letters>)")
        .bindList("letters", letters.stream().map(LetterId::number).distinct().toList())
        .map(
            Row.as(
                row ->
                    Map.entry(
                        new LetterId(row.bigNumber("letter")), new StaffId(row.text("staff")))))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  void add(StaffId staff, List<LetterId> letters) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO letter_author (letter, staff) VALUES (?, ?)
            ON CONFLICT (letter, staff) DO NOTHING
            """);
    letters.forEach(letter -> batch.add(letter.number(), staff.value()));
    batch.execute();
  }
}
