package org.regards.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.letter.LetterState;

/** What happens on the connections, as it goes on record. Lives as long as its handle. */
final class LedgerDao {
  private final Handle handle;

  LedgerDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * The final dots of those that are still ours; the others are not in it. What identifies the
   * message was recorded when it was queued, and it was formed with that. Once more is as good as
   * once, since nobody else moves our attempt.
   */
  List<Consignment> sendDots(List<Consignment> consignments, Instant now) {
    if (consignments.isEmpty()) {
      return List.of();
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE delivery SET state = 'dot-sent', changed_at = ?
            WHERE id = ? AND attempt = ? AND state IN ('sending', 'dot-sent')
            """);
    for (Consignment one : consignments) {
      batch.add(now, one.claim().delivery(), one.claim().attempt());
    }
    return changed(consignments, batch.execute());
  }

  /**
   * Those attempts that were still ours: others may have called one in doubt or taken it back, but
   * nobody has begun the next, nor settled it.
   */
  List<Settlement> settle(List<Settlement> settlements, Instant now) {
    if (settlements.isEmpty()) {
      return List.of();
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE delivery
            SET state = ?, reply = ?, file = ?, due_at = ?, tries = ?, first_tried_at = ?, resent = ?,
                worker = NULL, changed_at = ?
            WHERE id = ? AND attempt = ?
              AND state IN ('sending', 'dot-sent', 'in-doubt', 'deferred', 'queued')
            """);
    for (Settlement one : settlements) {
      batch.add(
          one.state().word(),
          one.reply(),
          one.file(),
          one.dueAt(),
          one.tries(),
          one.firstTriedAt(),
          one.resent() ? 1 : 0,
          now,
          one.claim().delivery(),
          one.claim().attempt());
    }
    return changed(settlements, batch.execute());
  }

  boolean isCancelled(Claim claim) {
    return handle
            .createQuery("SELECT COUNT(*) FROM delivery WHERE id = :id AND state = 'cancelled'")
            .bind("id", claim.delivery())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** What somebody has made of a letter meanwhile stays, but when it has left. */
  void moveLetters(List<Settlement> settlements) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE letter SET state = ? WHERE id = ? AND (state = 'queued' OR ? = 1)");
    int moved = 0;
    for (Settlement one : settlements) {
      LetterState state = one.letterState();
      if (state != null) {
        batch.add(state.word(), one.claim().letter().number(), state == LetterState.DONE ? 1 : 0);
        moved++;
      }
    }
    if (moved > 0) {
      batch.execute();
    }
  }

  private static <T> List<T> changed(List<T> rows, int[] counts) {
    List<T> changed = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        changed.add(rows.get(i));
      }
    }
    return changed;
  }
}
