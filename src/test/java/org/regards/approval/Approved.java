package org.regards.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.playbook.Role;
import org.regards.store.Database;

/** Approves letters as they stand, whoever they are from, for tests of what becomes of them. */
public final class Approved {
  /** As many as the plan may want for one letter, each of somebody who stands for any role. */
  private static final int WORDS = 3;

  /** Later than anything that happens in a test. */
  private static final Instant AT = Instant.parse("2099-11-02T09:10:00Z");

  private Approved() {}

  public static void put(Database database, LetterId... ids) {
    database.write(
        handle -> {
          put(handle, List.of(ids));
          return ids;
        });
  }

  /** Said at a moment, so that what happens after it counts. */
  public static void put(Database database, Instant at, LetterId... ids) {
    database.write(
        handle -> {
          put(handle, List.of(ids), at);
          return ids;
        });
  }

  /** At most 1,000 at once. */
  public static void put(Handle handle, List<LetterId> ids) {
    put(handle, ids, AT);
  }

  private static void put(Handle handle, List<LetterId> ids, Instant at) {
    ApprovalDao approvals = new ApprovalDao(handle);
    Map<LetterId, LetterStamp> stamps = LetterStamp.of(handle, ids);
    approvals.insert(
        approvals.take(ids.size() * WORDS),
        ids.stream()
            .flatMap(
                id ->
                    IntStream.rangeClosed(1, WORDS)
                        .mapToObj(
                            number ->
                                new Word(
                                    id,
                                    stamps.get(id).digest(),
                                    Verdict.APPROVED,
                                    new StaffId("owner-" + number),
                                    Role.OWNER,
                                    number == WORDS,
                                    "",
                                    List.of(),
                                    at)))
            .toList());
    LetterStamp.move(handle, ids, LetterState.APPROVED);
  }
}
