package org.regards.playbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;

/**
 * One version of a policy of the business.
 *
 * @param version counted from 1
 * @param clause where the customer finds it, for example {@code Terms 4.1}
 * @param published when customers could first read it, or null for an internal one
 * @param publishedWhere for example website, order confirmation
 * @param remedy what it lets us give, or null when nothing
 * @param maxPercent of the order's amount, 0 to 100, or null
 * @param maxAmount never more than this, or null
 * @param agentLimit what an agent may give alone, or null
 * @param windowDays days the customer has to come to us (or the notice to keep), or null
 */
public record Policy(
    PolicyId id,
    int version,
    String title,
    String clause,
    String text,
    @Nullable LocalDate published,
    List<String> publishedWhere,
    @Nullable Remedy remedy,
    @Nullable BigDecimal maxPercent,
    @Nullable Money maxAmount,
    @Nullable Money agentLimit,
    @Nullable Integer windowDays) {
  public Policy {
    publishedWhere = List.copyOf(publishedWhere);
  }

  /**
   * The most it lets us give for an order: its percentage of the amount, rounded down to the
   * smallest unit, and never more than its largest amount. A largest amount in another currency
   * than the order's says nothing of it and is left aside.
   */
  public Optional<Money> mostFor(Money orderAmount) {
    if (remedy == null) {
      return Optional.empty();
    }
    Money most =
        maxPercent == null
            ? orderAmount
            : orderAmount.multipliedBy(maxPercent.movePointLeft(2), RoundingMode.DOWN);
    return Optional.of(
        maxAmount != null && maxAmount.isSameCurrency(most) && maxAmount.isLessThan(most)
            ? maxAmount
            : most);
  }

  /** Whether customers can read it, so that a letter may cite it. */
  public boolean isPublished() {
    return published != null;
  }
}
