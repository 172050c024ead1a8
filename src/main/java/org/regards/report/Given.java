package org.regards.report;

import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What was given, how often and in which currencies; amounts of two currencies are not added up.
 */
final class Given {
  private final Map<CurrencyUnit, Money> amounts = new TreeMap<>();
  private long count;

  void add(Money amount) {
    count++;
    amounts.merge(amount.getCurrencyUnit(), amount, Money::plus);
  }

  /** Something that has no amount. */
  void add() {
    count++;
  }

  long count() {
    return count;
  }

  String amounts() {
    return String.join(", ", amounts.values().stream().map(Money::toString).toList());
  }
}
