package org.regards.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.OrderKind;
import org.regards.playbook.Playbook;
import org.regards.playbook.SpokenLanguages;

/**
 * Both sides of a customer over the last twelve months: what they brought and what they cost. Sums
 * are one for each currency, in the order of their codes.
 *
 * @param from the first day that counts
 * @param returned refunds and credits, whosever fault it was
 * @param favours how many cases were granted without our fault
 * @param favoured what was granted in them
 * @param minutes of ours
 * @param left what is left by the plan's figures, or null when it cannot be said in one currency
 */
public record ValueCard(
    LocalDate from,
    List<Money> ordered,
    List<Money> returned,
    int favours,
    List<Money> favoured,
    int minutes,
    @Nullable Money left) {
  private static final int MONTHS = 12;

  public ValueCard {
    ordered = List.copyOf(ordered);
    returned = List.copyOf(returned);
    favoured = List.copyOf(favoured);
  }

  public static ValueCard of(Dossier dossier, Playbook playbook) {
    LocalDate from = dossier.today().minusMonths(MONTHS);
    Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Order> entries =
        dossier.orders().stream().filter(entry -> !entry.date().isBefore(from)).toList();
    List<CaseFile> favours =
        dossier.cases().stream()
            .filter(file -> file.fault() == Fault.NOBODY || file.fault() == Fault.THEIRS)
            .filter(file -> file.resolved() != null && !file.resolved().isBefore(from))
            .filter(file -> file.grantedAmount() != null && file.grantedAmount().isPositive())
            .toList();
    return new ValueCard(
        from,
        sums(entries.stream().filter(entry -> entry.kind() == OrderKind.ORDER).map(Order::amount)),
        sums(entries.stream().filter(entry -> entry.kind() != OrderKind.ORDER).map(Order::amount)),
        favours.size(),
        sums(favours.stream().flatMap(file -> Stream.ofNullable(file.grantedAmount()))),
        dossier.interactions().stream()
            .filter(contact -> !contact.at().isBefore(start))
            .mapToInt(Interaction::minutes)
            .sum(),
        Costs.of(new Situation(dossier, playbook, SpokenLanguages.NONE)).left().orElse(null));
  }

  /** Why the relationship must not be ended by us; empty when it may. */
  public static Optional<String> againstFarewell(Dossier dossier, Playbook playbook) {
    Situation situation = new Situation(dossier, playbook, SpokenLanguages.NONE);
    return situation.isOurs() && new LeavingRule().look(situation).isEmpty()
        ? Optional.of(
            "more than %s %% of the complaints of %s were upheld: the cause is ours, and nobody is sent away for it. Raise the root cause with its owner."
                .formatted(
                    situation.plan().thresholds().pattern().ourShare().toPlainString(),
                    dossier.customer().id()))
        : Optional.empty();
  }

  private static List<Money> sums(Stream<Money> amounts) {
    TreeMap<CurrencyUnit, Money> sums = new TreeMap<>();
    amounts.forEach(amount -> sums.merge(amount.getCurrencyUnit(), amount, Money::plus));
    return List.copyOf(sums.values());
  }
}
