package org.regards.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.store.Row;

/**
 * Who has which delivery by email now. Lives as long as its handle. Queries of what waits repeat
 * the condition of their index ({@code delivery_waiting}), or no database sees that it is enough.
 */
final class ClaimDao {
  private static final String SELECT =
      """
      SELECT id, letter, recipient, queued_by, attempt, tries, first_tried_at, resent, message_id,
             queued_at
      FROM delivery
      """;

  private final Handle handle;

  ClaimDao(Handle handle) {
    this.handle = handle;
  }

  /** What may be claimed, what is due longest first; as it stands before the claim. */
  List<Claim> claimable(Scope scope, Instant now, int most) {
    List<Claim> found = new ArrayList<>();
    switch (scope) {
      case Scope.Named named -> {
        found.addAll(
            named(named.letters().subList(0, Math.min(most, named.letters().size())), now, most));
      }
      case Scope.Due due -> {
        // One state at a time, so that the index has them in their order.
        found.addAll(due(due, DeliveryState.DEFERRED, now, most));
        if (found.size() < most) {
          found.addAll(due(due, DeliveryState.QUEUED, now, most - found.size()));
        }
      }
    }
    return found;
  }

  /** What may have arrived already is left alone until it is due. */
  private List<Claim> named(List<LetterId> letters, Instant now, int most) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE channel = 'email' AND letter IN (<letters>) AND state IN ('queued', 'deferred')
                  AND waits_for = '' AND (resent = 0 OR due_at <= :now)
                ORDER BY letter LIMIT :most <skipLocked>
                """)
        .bindList("letters", letters.stream().map(LetterId::number).toList())
        .bind("now", now)
        .bind("most", most)
        .map(Row.as(ClaimDao::claim))
        .list();
  }

  private List<Claim> due(Scope.Due due, DeliveryState state, Instant now, int most) {
    LetterType type = due.type();
    Query query =
        handle.createQuery(
            SELECT
                + """
                WHERE channel = 'email' AND state = :state AND state IN ('queued', 'deferred')
                  AND due_at <= :now AND waits_for = ''
                """
                + (type == null ? "" : "AND letter IN (SELECT id FROM letter WHERE type = :type)\n")
                + "ORDER BY due_at, id LIMIT :most <skipLocked>");
    if (type != null) {
      query.bind("type", type.word());
    }
    return query
        .bind("state", state.word())
        .bind("now", now)
        .bind("most", most)
        .map(Row.as(ClaimDao::claim))
        .list();
  }

  /** Begins the next attempt at each; the caller's transaction found them claimable. */
  List<Claim> begin(List<Claim> claims, long worker, String server, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE delivery
            SET state = 'sending', attempt = attempt + 1, worker = ?, server = ?, changed_at = ?
            WHERE id = ? AND attempt = ?
            """);
    claims.forEach(claim -> batch.add(worker, server, now, claim.delivery(), claim.attempt()));
    batch.execute();
    return claims.stream()
        .map(
            claim ->
                new Claim(
                    claim.delivery(),
                    claim.letter(),
                    claim.recipient(),
                    claim.by(),
                    claim.attempt() + 1,
                    claim.tries(),
                    claim.firstTriedAt(),
                    claim.resent(),
                    claim.messageId(),
                    claim.queuedAt()))
        .toList();
  }

  /** What was put off for longer than anything is was put off by a clock that was wrong. */
  void mendClock(Instant now, Instant farthest) {
    handle
        .createUpdate(
            """
            UPDATE delivery SET due_at = :now
            WHERE channel = 'email' AND state = 'deferred' AND state IN ('queued', 'deferred')
              AND due_at > :farthest
            """)
        .bind("now", now)
        .bind("farthest", farthest)
        .execute();
  }

  /**
   * Lets what a hold had stopped be looked at now: it may have been lifted.
   *
   * @param farthest no hold puts a letter off for longer; one that is to go later than that waits
   *     for a moment that somebody named
   */
  void lookAgain(Instant now, Instant farthest) {
    handle
        .createUpdate(
            """
            UPDATE delivery SET due_at = :now
            WHERE channel = 'email' AND state = 'queued' AND state IN ('queued', 'deferred')
              AND attempt > 0 AND resent = 0 AND reply <> ''
              AND due_at > :now AND due_at <= :farthest
            """)
        .bind("now", now)
        .bind("farthest", farthest)
        .execute();
  }

  void postpone(Map<Claim, Pace.Later> later) {
    PreparedBatch batch = handle.prepareBatch("UPDATE delivery SET due_at = ? WHERE id = ?");
    later.forEach((claim, why) -> batch.add(why.until(), claim.delivery()));
    batch.execute();
  }

  /** Gives back attempts that have not begun their conversation. */
  void giveBack(List<Claim> claims, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE delivery SET state = 'queued', worker = NULL, changed_at = ?
            WHERE id = ? AND attempt = ? AND state = 'sending'
            """);
    claims.forEach(claim -> batch.add(now, claim.delivery(), claim.attempt()));
    batch.execute();
  }

  /** Gives back what a worker has claimed and not sent. */
  int giveBack(long worker, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE delivery SET state = 'queued', worker = NULL, changed_at = :now
            WHERE channel = 'email' AND state = 'sending' AND worker = :worker
            """)
        .bind("now", now)
        .bind("worker", worker)
        .execute();
  }

  /** Who has deliveries under way; 0 for nobody that is known. */
  Set<Long> holders() {
    return handle
        .createQuery(
            """
            SELECT DISTINCT COALESCE(worker, 0) FROM delivery
            WHERE channel = 'email' AND state IN ('sending', 'dot-sent')
            """)
        .mapTo(Long.class)
        .set();
  }

  /** Takes back what those who are gone had claimed and not sent. */
  void takeBack(Set<Long> gone, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE delivery SET state = 'queued', worker = NULL, changed_at = :now
            WHERE channel = 'email' AND state = 'sending' AND COALESCE(worker, 0) IN (<gone>)
            """)
        .bind("now", now)
        .bindList("gone", gone)
        .execute();
  }

  /** An attempt of somebody who is gone, whose final dot may have arrived. */
  record Abandoned(long delivery, LetterId letter, LetterType type, int attempt, boolean resent) {}

  List<Abandoned> abandoned(Set<Long> gone) {
    return handle
        .createQuery(
            """
            SELECT d.id, d.letter, l.type, d.attempt, d.resent
            FROM delivery d JOIN letter l ON l.id = d.letter
            WHERE d.channel = 'email' AND d.state = 'dot-sent' AND COALESCE(d.worker, 0) IN (<gone>)
            ORDER BY d.id
            """)
        .bindList("gone", gone)
        .map(
            Row.as(
                row ->
                    new Abandoned(
                        row.bigNumber("id"),
                        new LetterId(row.bigNumber("letter")),
                        LetterType.of(row.text("type")).orElseThrow(),
                        row.number("attempt"),
                        row.number("resent") == 1)))
        .list();
  }

  /** When the dot went stays on record. */
  void leaveInDoubt(Collection<Abandoned> attempts) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE delivery SET state = 'in-doubt', worker = NULL
            WHERE id = ? AND attempt = ? AND state = 'dot-sent'
            """);
    attempts.forEach(one -> batch.add(one.delivery(), one.attempt()));
    batch.execute();
  }

  void sendAgain(Collection<Abandoned> attempts, Instant due) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE delivery SET state = 'deferred', worker = NULL, resent = 1, due_at = ?
            WHERE id = ? AND attempt = ? AND state = 'dot-sent'
            """);
    attempts.forEach(one -> batch.add(due, one.delivery(), one.attempt()));
    batch.execute();
  }

  private static Claim claim(Row row) {
    return new Claim(
        row.bigNumber("id"),
        new LetterId(row.bigNumber("letter")),
        row.text("recipient"),
        row.text("queued_by").isEmpty() ? Actor.PROGRAM : new Actor(row.text("queued_by")),
        row.number("attempt"),
        row.number("tries"),
        row.instantOrNull("first_tried_at"),
        row.number("resent") == 1,
        row.text("message_id"),
        row.instant("queued_at"));
  }
}
