package org.regards.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.playbook.Role;
import org.regards.store.Database;

/** Approves letters as they stand, whoever they are from, for tests of what becomes of them. */
public final class Approved {
  private static final Instant AT = Instant.parse("2026-11-02T09:10:00Z");

  private Approved() {}

  public static void put(Database database, LetterId... ids) {
    database.write(
        handle -> {
          put(handle, List.of(ids));
          return ids;
        });
  }

  /** At most 1,000 at once. */
  public static void put(Handle handle, List<LetterId> ids) {
    ApprovalDao approvals = new ApprovalDao(handle);
    Map<LetterId, LetterStamp> stamps = LetterStamp.of(handle, ids);
    approvals.insert(
        approvals.take(ids.size()),
        ids.stream()
            .map(
                id ->
                    new Word(
                        id,
                        stamps.get(id).digest(),
                        Verdict.APPROVED,
                        new StaffId("jo"),
                        Role.AGENT,
                        true,
                        "",
                        List.of(),
                        AT))
            .toList());
    LetterStamp.move(handle, ids, LetterState.APPROVED);
  }
}
