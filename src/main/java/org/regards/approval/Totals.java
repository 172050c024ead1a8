package org.regards.approval;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.Order;
import org.regards.history.OrderKind;
import org.regards.letter.LetterId;

/**
 * What one customer has been given within the plan's months: whoever approves the next letter sees
 * it.
 *
 * @param returned refunds and credits, one sum a currency
 * @param favours cases that were granted although the fault was not ours
 * @param exceptions letters that gave more than their policy
 */
public record Totals(int months, List<Money> returned, long favours, long exceptions) {
  public Totals {
    returned = List.copyOf(returned);
  }

  static Totals of(Dossier dossier, int months, Collection<PolicyException> ledger) {
    LocalDate from = dossier.today().minusMonths(months);
    Map<CurrencyUnit, Money> returned = new TreeMap<>();
    dossier.orders().stream()
        .filter(entry -> entry.kind() != OrderKind.ORDER && !entry.date().isBefore(from))
        .map(Order::amount)
        .forEach(amount -> returned.merge(amount.getCurrencyUnit(), amount, Money::plus));
    return new Totals(
        months,
        List.copyOf(returned.values()),
        dossier.cases().stream()
            .filter(file -> !file.opened().isBefore(from) && isFavour(file))
            .count(),
        ledger.stream()
            .filter(line -> !Moments.dayOf(line.at()).isBefore(from))
            .map(PolicyException::letter)
            .map(LetterId::number)
            .distinct()
            .count());
  }

  private static boolean isFavour(CaseFile file) {
    return file.state() == CaseState.UPHELD
        && (file.fault() == Fault.NOBODY || file.fault() == Fault.THEIRS);
  }

  /** In a sentence. */
  public String words() {
    return "In %d months this customer got %s back, %d favours and %d exceptions."
        .formatted(
            months,
            returned.isEmpty()
                ? "nothing"
                : returned.stream().map(Money::toString).collect(joining(" and ")),
            favours,
            exceptions);
  }
}
