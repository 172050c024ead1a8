package org.regards.triage;

import java.util.Optional;
import org.joda.money.Money;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Thresholds;

/** A customer who costs more than they bring; asked only when nothing of theirs waits. */
final class CostRule implements Rule {
  private static final Move FAREWELL = Move.write(LetterKind.FAREWELL);

  @Override
  public Optional<Finding> look(Situation situation) {
    Thresholds.Cost threshold = situation.plan().thresholds().cost();
    Costs costs = Costs.of(situation);
    Money left = costs.left().orElse(null);
    if (left == null || costs.minutes() < threshold.minutes() || !left.isNegative()) {
      return Optional.empty();
    }
    if (situation.pending().isPresent() || situation.isOverdue()) {
      situation.passOver(
          FAREWELL, "unprofitable (%s), but something waits for an answer", costs.sheet());
      return Optional.empty();
    }
    if (situation.isOurs()) {
      situation.passOver(FAREWELL, "unprofitable (%s), but the fault is ours", costs.sheet());
      return Optional.empty();
    }
    Finding finding =
        new Finding(Sign.UNPROFITABLE, FAREWELL)
            .cite(costs.entries().stream().map(Evidence::of))
            .cite(costs.contacts().stream().limit(12).map(Evidence::of))
            .guard(costs.sheet())
            .guard("manager decides, after a review: farewell, or new terms")
            .guard("not the sole reason if a contract or a duty to serve binds us")
            .not(Move.write(LetterKind.INVITE), "there is no complaint whose cause could be found")
            .not(Move.nothing(), "the loss grows with each month");
    situation
        .playbook()
        .onEnding(situation.today())
        .ifPresent(
            policy ->
                finding.cite(Evidence.of(policy)).guard(PatternRule.notice(situation, policy)));
    return Optional.of(finding);
  }
}
