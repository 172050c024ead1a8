package org.regards.triage;

import java.util.Optional;
import org.joda.money.Money;
import org.regards.history.CaseFile;
import org.regards.history.Order;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Occasion;
import org.regards.playbook.Policy;
import org.regards.playbook.Topic;

/** The customer wants out: let go with good wishes, and settle what is open. */
final class LeavingRule implements Rule {
  @Override
  public Optional<Finding> look(Situation situation) {
    return situation.pending().flatMap(file -> leaving(situation, file));
  }

  private static Optional<Finding> leaving(Situation situation, CaseFile file) {
    Policy policy =
        situation.policy(file).filter(rests -> isOnLeaving(situation, file, rests)).orElse(null);
    if (policy == null) {
      return Optional.empty();
    }
    Finding finding =
        new Finding(Sign.WANTS_TO_LEAVE, Move.write(LetterKind.FAREWELL))
            .about(file)
            .cite(Evidence.of(policy))
            .on(Occasion.CONTRACT)
            .guard("release from the contract, as the customer wishes")
            .guard(settlement(situation, file, policy))
            .guard(
                "%d days of notice (%s v%d)",
                notice(situation, policy), policy.id(), policy.version())
            .not(
                Move.write(LetterKind.COMPROMISE),
                "it is not an offer that is asked for, but an end")
            .not(
                Move.write(LetterKind.INVITE),
                "the customer has decided; finding the cause is for us");
    Optional.ofNullable(file.order())
        .flatMap(situation.dossier()::order)
        .map(Evidence::of)
        .ifPresent(finding::cite);
    if (situation.complaints().size() > 1) {
      finding.cite(situation.complaints().stream().flatMap(Complaint::evidence));
      finding.guard(
          "%d complaints in %d months: ask ourselves why",
          situation.complaints().size(), situation.plan().thresholds().pattern().months());
    }
    return Optional.of(finding);
  }

  private static boolean isOnLeaving(Situation situation, CaseFile file, Policy policy) {
    return situation.playbook().isAbout(policy, Topic.CANCELLING, file.opened())
        || situation.playbook().isAbout(policy, Topic.ENDING, file.opened());
  }

  private static int notice(Situation situation, Policy policy) {
    Integer days = policy.windowDays();
    return days == null ? situation.plan().duties().noticeDays() : days;
  }

  private static String settlement(Situation situation, CaseFile file, Policy policy) {
    Money asked = file.askedAmount();
    Optional<Money> most =
        Optional.ofNullable(file.order())
            .flatMap(situation.dossier()::order)
            .map(Order::amount)
            .flatMap(policy::mostFor);
    if (asked == null) {
      return "settle what is paid and not delivered, figures exact";
    }
    return most.filter(sum -> sum.isSameCurrency(asked) && asked.isGreaterThan(sum))
        .map(sum -> "refund at most %s of the %s asked: more is an exception".formatted(sum, asked))
        .orElse("refund %s, figures exact".formatted(asked));
  }
}
