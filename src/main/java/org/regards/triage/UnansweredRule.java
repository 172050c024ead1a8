package org.regards.triage;

import java.util.Optional;
import org.regards.playbook.LetterKind;

/** A message to which no case belongs: a person answers it, or opens a case. */
final class UnansweredRule implements Rule {
  @Override
  public Optional<Finding> look(Situation situation) {
    if (situation.waiting().isEmpty()) {
      return Optional.empty();
    }
    boolean overdue = situation.isOverdue();
    return Optional.of(
        new Finding(overdue ? Sign.UNANSWERED : Sign.TO_ANSWER, Move.nothing())
            .cite(situation.waiting().stream().map(Evidence::of))
            .guard(
                "%s of %s waits for an answer: answer it, or open a case if something is asked",
                situation.waiting().getFirst().id(), Evidence.day(situation.waiting().getFirst()))
            .not(Move.write(LetterKind.EXPLANATION), "nobody has opened a case and looked into it")
            .not(Move.write(LetterKind.THANK_YOU), "what was asked comes first"));
  }
}
