package org.regards.review;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.regards.history.CaseId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Role;

/** What stands around a letter of a test: what others got, what was written before, whose word. */
public final class Neighbours {
  private Neighbours() {}

  /** Others in cases of this kind got so many percent of their order. */
  public static Reviewed granted(Reviewed letter, int... percents) {
    List<Precedent> precedents =
        Arrays.stream(percents)
            .mapToObj(
                percent ->
                    new Precedent(
                        new CaseId("K-" + percent),
                        Reviewed.RETURNS,
                        Money.parse("GBP " + percent),
                        Money.parse("GBP 100")))
            .toList();
    return letter.amid(new Surroundings(null, null, Reviewed.NOW, Set.of(), precedents, List.of()));
  }

  /** Another letter was sent before. */
  public static Reviewed after(Reviewed letter, Reviewed before) {
    StoredLetter stored =
        new StoredLetter(
            new LetterId(1), LetterState.DONE, "t.ftlh", Reviewed.NOW, null, before.letter());
    return letter.amid(
        new Surroundings(
            new LetterId(2),
            null,
            Reviewed.NOW,
            Set.of(),
            List.of(),
            List.of(Likeness.of(stored))));
  }

  /** Somebody in a role gave their word on it. */
  public static Reviewed withWordOf(Reviewed letter, Role role) {
    return letter.amid(
        new Surroundings(null, null, Reviewed.NOW, Set.of(role), List.of(), List.of()));
  }
}
