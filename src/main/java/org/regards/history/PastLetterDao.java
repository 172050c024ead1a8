package org.regards.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** The letters to customers, as much of them as a timeline shows. Lives as long as its handle. */
final class PastLetterDao {
  private final Handle handle;

  PastLetterDao(Handle handle) {
    this.handle = handle;
  }

  /** Written not later than the moment, oldest first, with what became of them until its day. */
  Map<CustomerId, List<PastLetter>> ofCustomers(Collection<CustomerId> customers, Instant moment) {
    Map<Long, PastLetter> letters = new HashMap<>();
    Map<CustomerId, List<Long>> numbers = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT l.id, l.customer, l.type, l.channel, l.state, l.written_at,
                   e.kind, e.happened_on, e.reason,
                   CASE WHEN l.state = 'done' AND l.channel = 'email'
                          AND EXISTS (SELECT 1 FROM delivery d
                                      WHERE d.letter = l.id AND d.server = 'sandbox')
                          AND NOT EXISTS (SELECT 1 FROM delivery d
                                          WHERE d.letter = l.id AND d.server NOT IN ('sandbox', ''))
                        THEN 1 ELSE 0 END AS sandboxed
            FROM letter l
            LEFT JOIN letter_event e ON e.letter = l.id AND e.happened_on <= :day
            WHERE l.customer IN (<customers>) AND l.written_at <= :moment
            ORDER BY l.written_at, l.id, e.happened_on, e.kind
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("moment", IsoText.of(moment))
        .bind("day", IsoText.of(LocalDate.ofInstant(moment, ZoneOffset.UTC)))
        .map(
            Row.as(
                row ->
                    Map.entry(
                        Map.entry(new CustomerId(row.text("customer")), row.bigNumber("id")),
                        letter(row))))
        .forEach(
            found -> {
              long number = found.getKey().getValue();
              PastLetter known = letters.get(number);
              if (known == null) {
                numbers
                    .computeIfAbsent(found.getKey().getKey(), any -> new ArrayList<>())
                    .add(number);
              }
              letters.put(
                  number, known == null ? found.getValue() : joined(known, found.getValue()));
            });
    Map<CustomerId, List<PastLetter>> byCustomer = new HashMap<>();
    numbers.forEach(
        (customer, own) -> byCustomer.put(customer, own.stream().map(letters::get).toList()));
    return byCustomer;
  }

  /** A letter comes once with each of its events. */
  private static PastLetter joined(PastLetter letter, PastLetter again) {
    return new PastLetter(
        letter.letter(),
        letter.type(),
        letter.channel(),
        letter.state(),
        letter.at(),
        Stream.concat(letter.events().stream(), again.events().stream()).toList(),
        letter.sandboxed());
  }

  private static PastLetter letter(Row row) {
    String kind = row.textOrNull("kind");
    return new PastLetter(
        "L-" + row.bigNumber("id"),
        row.text("type"),
        row.text("channel"),
        row.text("state"),
        row.instant("written_at"),
        kind == null
            ? List.of()
            : List.of(new LetterEvent(kind, row.date("happened_on"), row.text("reason"))),
        row.number("sandboxed") == 1);
  }
}
