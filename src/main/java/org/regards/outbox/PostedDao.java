package org.regards.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.letter.LetterId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Marks the letters of a run as posted. Lives as long as its handle. */
final class PostedDao {
  private final Handle handle;

  PostedDao(Handle handle) {
    this.handle = handle;
  }

  /** Those of the letters that are not in the run. */
  List<LetterId> strangers(RunId run, Collection<LetterId> letters) {
    if (letters.isEmpty()) {
      return List.of();
    }
    List<Long> ours =
        handle
            .createQuery("SELECT letter FROM delivery WHERE run = :run AND letter IN (<letters>)")
            .bind("run", run.number())
            .bindList("letters", letters.stream().map(LetterId::number).toList())
            .map(Row.as(row -> row.bigNumber("letter")))
            .list();
    return letters.stream().filter(letter -> !ours.contains(letter.number())).toList();
  }

  /** All that have not been posted yet, but for some; returns how many. */
  int post(RunId run, Collection<LetterId> except, LocalDate on, String recordedBy, Instant now) {
    // The number 0 is that of no letter; an empty list is none that both databases take.
    List<Long> kept = new ArrayList<>(except.stream().map(LetterId::number).toList());
    kept.add(0L);
    handle
        .createUpdate(
            """
            INSERT INTO letter_event (letter, kind, happened_on, reason, recorded_by, recorded_at)
            SELECT letter, 'posted', :on, '', :recordedBy, :now
            FROM delivery WHERE run = :run AND state = 'in-run' AND letter NOT IN (<kept>)
            """)
        .bind("on", IsoText.of(on))
        .bind("recordedBy", recordedBy)
        .bind("now", now)
        .bind("run", run.number())
        .bindList("kept", kept)
        .execute();
    int posted =
        handle
            .createUpdate(
                """
                UPDATE delivery SET state = 'posted', changed_at = :now
                WHERE run = :run AND state = 'in-run' AND letter NOT IN (<kept>)
                """)
            .bind("now", now)
            .bind("run", run.number())
            .bindList("kept", kept)
            .execute();
    handle
        .createUpdate(
            """
            UPDATE letter SET state = 'done'
            WHERE state = 'queued'
              AND id IN (SELECT letter FROM delivery WHERE run = :run AND state = 'posted')
            """)
        .bind("run", run.number())
        .execute();
    return posted;
  }

  void bringBack(LetterId letter, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE delivery SET state = 'returned', changed_at = :now
            WHERE letter = :letter AND channel = 'print'
            """)
        .bind("now", now)
        .bind("letter", letter.number())
        .execute();
  }
}
