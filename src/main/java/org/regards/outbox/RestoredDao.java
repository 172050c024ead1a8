package org.regards.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.regards.letter.LetterId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/**
 * Which store this is, whether it was found to be a restored backup, and what waits because of
 * that. Lives as long as its handle.
 */
final class RestoredDao {
  private static final long ONLY = 1;

  private final Handle handle;

  RestoredDao(Handle handle) {
    this.handle = handle;
  }

  /** The store's own random name; it gets one when first asked. */
  String storeName() {
    Optional<String> known = knownName();
    if (known.isPresent()) {
      return known.get();
    }
    handle
        .createUpdate(
            "INSERT INTO store_name (id, name) VALUES (:id, :name) ON CONFLICT (id) DO NOTHING")
        .bind("id", ONLY)
        .bind("name", UUID.randomUUID().toString())
        .execute();
    return knownName().orElseThrow();
  }

  Optional<String> knownName() {
    return handle.createQuery("SELECT name FROM store_name").mapTo(String.class).findFirst();
  }

  /** Since when the store waits for a person's word, and why. */
  Optional<Noticed> noticed() {
    return handle
        .createQuery("SELECT noticed_at, reason FROM store_restored")
        .map(Row.as(row -> new Noticed(row.instant("noticed_at"), row.text("reason"))))
        .findFirst();
  }

  /** Why letters must not be queued in a store that waits for a word, but those let go singly. */
  Map<LetterId, String> withheld(List<LetterId> letters) {
    Optional<Noticed> noticed = letters.isEmpty() ? Optional.empty() : noticed();
    if (noticed.isEmpty()) {
      return Map.of();
    }
    Map<LetterId, String> reasons = new HashMap<>();
    letters.forEach(letter -> reasons.put(letter, noticed.get().reason()));
    handle
        .createQuery(
            """
            SELECT letter FROM delivery
            WHERE channel = 'email' AND waits_for = '' AND state IN ('queued', 'deferred')
              AND letter IN (<letters>)
            """)
        .bindList("letters", letters.stream().map(LetterId::number).toList())
        .mapTo(Long.class)
        .forEach(letGo -> reasons.remove(new LetterId(letGo)));
    return reasons;
  }

  void notice(String reason, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO store_restored (id, noticed_at, reason) VALUES (:id, :now, :reason)
            ON CONFLICT (id) DO UPDATE SET noticed_at = :now, reason = :reason
            """)
        .bind("id", ONLY)
        .bind("now", now)
        .bind("reason", reason)
        .execute();
  }

  /**
   * A person has given their word for all that waits, and for the store.
   *
   * @return how many waited
   */
  int release() {
    handle.execute("DELETE FROM store_restored");
    return handle.execute("UPDATE delivery SET waits_for = '' WHERE waits_for <> ''");
  }

  /**
   * Nothing that is not settled goes without a person's word.
   *
   * @return how many wait now that did not before
   */
  int holdAll(String reason) {
    return hold("", reason);
  }

  /** As {@link #holdAll}, of what could have gone by now. */
  int holdDue(String reason, Instant now) {
    return hold("AND due_at <= '" + IsoText.of(now) + "'", reason);
  }

  private int hold(String which, String reason) {
    return handle
        .createUpdate(
            """
            UPDATE delivery
            SET waits_for = :reason,
                state = CASE state WHEN 'sending' THEN 'queued' WHEN 'dot-sent' THEN 'in-doubt'
                                   ELSE state END
            WHERE channel = 'email' AND waits_for = ''
              AND state IN ('queued', 'deferred', 'sending', 'dot-sent') <which>
            """)
        .define("which", which)
        .bind("reason", reason)
        .execute();
  }

  record Noticed(Instant at, String reason) {}
}
