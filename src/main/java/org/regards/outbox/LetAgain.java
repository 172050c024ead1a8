package org.regards.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.Deed;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;

/**
 * Letters that are printed once more: as each of them leaves again, all is asked again.
 *
 * @param letters that there are
 * @param problems why some of them must not leave any more
 */
record LetAgain(List<PaperLetter> letters, List<String> problems) {
  private static final int GROUP = 500;

  LetAgain {
    letters = List.copyOf(letters);
    problems = List.copyOf(problems);
  }

  static LetAgain of(Handle handle, List<LetterId> ids, Instant now) {
    List<PaperLetter> letters = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += GROUP) {
      List<LetterId> group = ids.subList(from, Math.min(ids.size(), from + GROUP));
      LetterStamp.lock(handle, group);
      List<PaperLetter> found = new PaperQueueDao(handle).letters(group);
      Map<Addressee, String> closed =
          Gate.closed(handle, found.stream().map(PaperLetter::addressee).toList(), now);
      Map<LetterId, String> withheld = Clearance.withheld(handle, group, now);
      for (PaperLetter letter : found) {
        String reason =
            closed.getOrDefault(letter.addressee(), withheld.getOrDefault(letter.id(), ""));
        if (!reason.isEmpty()) {
          problems.add("%s: %s".formatted(letter.id(), reason));
        }
      }
      letters.addAll(found);
    }
    return new LetAgain(letters, problems);
  }

  List<Deed> deeds(Actor by, String sheets) {
    return letters.stream()
        .map(
            letter ->
                new Deed(
                    by,
                    Act.PRINTED,
                    letter.id().record(),
                    letter.addressee().customer(),
                    "again, sheets " + sheets))
        .toList();
  }
}
