package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.letter.LetterId;
import org.regards.store.Row;

/** What the pace counts in the store, and where recipients live. Lives as long as its handle. */
final class PaceDao {
  /** Whatever a server may have been given; a bounce or an answer may make it look younger. */
  private static final String SENT =
      """
      FROM delivery
      WHERE state IN ('sending', 'dot-sent', 'accepted', 'in-doubt', 'bounced', 'replied')
        AND changed_at > :from AND changed_at <= :until AND channel = 'email'
      """;

  private final Handle handle;

  PaceDao(Handle handle) {
    this.handle = handle;
  }

  int sent(Instant from, Instant until) {
    return handle
        .createQuery("SELECT COUNT(*) AS sent\n" + SENT)
        .bind("from", from)
        .bind("until", until)
        .map(Row.as(row -> row.number("sent")))
        .one();
  }

  /**
   * @param which 1 for the youngest
   */
  Optional<Instant> youngest(int which, Instant from, Instant until) {
    return handle
        .createQuery(
            "SELECT changed_at\n" + SENT + "ORDER BY changed_at DESC LIMIT 1 OFFSET :before")
        .bind("from", from)
        .bind("until", until)
        .bind("before", which - 1)
        .map(Row.as(row -> row.instant("changed_at")))
        .findFirst();
  }

  Map<DeliveryState, Integer> emails() {
    return handle
        .createQuery(
            "SELECT state, COUNT(*) AS emails FROM delivery WHERE channel = 'email' GROUP BY state")
        .map(Row.as(row -> Map.entry(DeliveryState.of(row.text("state")), row.number("emails"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many wait for a person's word. */
  int waiting() {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) AS emails FROM delivery
            WHERE channel = 'email' AND state IN ('queued', 'deferred') AND waits_for <> ''
            """)
        .map(Row.as(row -> row.number("emails")))
        .one();
  }

  Map<LetterId, Place> places(Collection<LetterId> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT id, country, region FROM letter WHERE id IN (<letters>)")
        .bindList("letters", letters.stream().map(LetterId::number).toList())
        .map(
            Row.as(
                row ->
                    Map.entry(
                        new LetterId(row.bigNumber("id")),
                        new Place(row.text("country"), row.text("region")))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Where the recipient of a letter lives, as its address has it. */
  record Place(String country, String region) {
    static final Place UNKNOWN = new Place("", "");
  }
}
