package org.regards.letter;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.playbook.Policy;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** What we can give in a case: what the author says, or else what its policy allows. */
final class OfferValues {
  /** How long an offer stands when the author does not say; at least 14 days (rule OFFER-1). */
  private static final int DAYS_OPEN = 21;

  private OfferValues() {}

  /** The most that the policy of the case lets us give for its order. */
  static Optional<Money> most(LetterPlan plan) {
    return plan.policy() == null || plan.order() == null
        ? Optional.empty()
        : plan.policy().mostFor(plan.order().amount());
  }

  static TemplateValue.@Nullable Group of(LetterPlan plan) {
    CaseFile file = plan.caseFile();
    if (file == null) {
      return null;
    }
    Policy policy = plan.policy();
    Money allowed = most(plan).map(most -> smaller(most, file.askedAmount())).orElse(null);
    TemplateValue given = plan.inputs().get("offer");
    RecordId source = new RecordId(RecordKind.CASE, file.id().value());
    TemplateValue.Amount amount =
        given instanceof TemplateValue.Amount said
            ? said
            : allowed == null
                ? null
                : new TemplateValue.Amount(new RecordField(source, "offer"), allowed);
    Money money = amount == null ? null : amount.money();
    return new ValueGroup("offer", source)
        .value("amount", amount)
        .word("kind", policy == null || policy.remedy() == null ? null : policy.remedy().word())
        .flag("by_policy", given == null)
        .flag(
            "whole",
            money != null
                && plan.order() != null
                && money.isSameCurrency(plan.order().amount())
                && money.isEqual(plan.order().amount()))
        .flag(
            "less_than_asked",
            money != null
                && file.askedAmount() != null
                && money.isSameCurrency(file.askedAmount())
                && money.isLessThan(file.askedAmount()))
        .build();
  }

  /** The last day of an offer, when the author has not said one. */
  static LocalDate lastDay(LetterPlan plan) {
    return plan.today().plusDays(DAYS_OPEN);
  }

  private static Money smaller(Money most, @Nullable Money asked) {
    return asked != null && asked.isSameCurrency(most) && asked.isLessThan(most) ? asked : most;
  }
}
