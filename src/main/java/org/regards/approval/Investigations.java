package org.regards.approval;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterType;
import org.regards.task.Task;
import org.regards.task.TaskDao;
import org.regards.task.TaskKind;

/** While somebody still looks into a case, nothing that says yes or no in it is approved or goes. */
final class Investigations {
  private static final Set<LetterType> DECIDING =
      Set.of(LetterType.EXPLANATION, LetterType.COMPROMISE);

  private Investigations() {}

  /** Why letters wait; those that need not are not in it. */
  static Map<LetterId, String> open(Handle handle, Collection<LetterStamp> stamps) {
    Map<LetterId, String> cases =
        stamps.stream()
            .filter(stamp -> DECIDING.contains(stamp.head().type()))
            .filter(stamp -> stamp.head().caseId() != null)
            .collect(toMap(LetterStamp::id, stamp -> record(stamp.head().caseId())));
    Map<String, Task> open =
        new TaskDao(handle).openOf(TaskKind.INVESTIGATE, Set.copyOf(cases.values()));
    Map<LetterId, String> reasons = new HashMap<>();
    cases.forEach(
        (letter, record) -> {
          Task task = open.get(record);
          if (task != null) {
            reasons.put(
                letter,
                "somebody still looks into %s (%s, for %s by %s); it waits for that: regards task done %s"
                    .formatted(
                        record,
                        task.id(),
                        task.order().doer(),
                        task.order().due(),
                        task.id()));
          }
        });
    return reasons;
  }

  private static String record(@Nullable CaseId caseId) {
    return "case/" + caseId;
  }
}
