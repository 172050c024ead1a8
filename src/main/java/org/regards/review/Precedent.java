package org.regards.review;

import org.joda.money.Money;
import org.regards.history.CaseId;
import org.regards.history.PolicyId;

/**
 * What was given in a case that is settled.
 *
 * @param order what was paid for what the case is about
 */
record Precedent(CaseId caseId, PolicyId policy, Money granted, Money order) {
  /** The share of the price that was given, 1 for all of it. */
  double share() {
    return granted.getAmount().doubleValue() / order.getAmount().doubleValue();
  }
}
