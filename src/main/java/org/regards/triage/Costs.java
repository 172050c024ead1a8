package org.regards.triage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.OrderId;
import org.regards.history.OrderKind;
import org.regards.playbook.Thresholds;

/**
 * What a customer brought and cost within the plan's months. Money that we gave back for a fault of
 * ours is our cost, not the customer's. Orders in two currencies are not added up.
 */
final class Costs {
  private final Situation situation;
  private final List<Order> entries = new ArrayList<>();
  private final List<Interaction> contacts = new ArrayList<>();
  private final Set<CurrencyUnit> currencies = new HashSet<>();
  private @Nullable Money ordered;
  private @Nullable Money returned;
  private int minutes;

  private Costs(Situation situation) {
    this.situation = situation;
  }

  static Costs of(Situation situation) {
    Costs costs = new Costs(situation);
    LocalDate from = situation.monthsAgo(situation.plan().thresholds().cost().months());
    Set<OrderId> ours = new HashSet<>();
    situation.dossier().cases().stream()
        .filter(file -> file.fault() == Fault.OURS || file.fault() == Fault.SHARED)
        .filter(file -> file.state() == CaseState.UPHELD)
        .forEach(
            file -> {
              if (file.order() != null) {
                ours.add(file.order());
              }
            });
    situation.dossier().orders().stream()
        .filter(entry -> !entry.date().isBefore(from))
        .filter(entry -> entry.refersTo() == null || !ours.contains(entry.refersTo()))
        .forEach(costs::add);
    Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    situation.dossier().interactions().stream()
        .filter(contact -> !contact.at().isBefore(start) && contact.minutes() > 0)
        .forEach(costs::add);
    return costs;
  }

  private void add(Order entry) {
    currencies.add(entry.amount().getCurrencyUnit());
    if (currencies.size() > 1) {
      return;
    }
    entries.add(entry);
    Money none = Money.zero(entry.amount().getCurrencyUnit());
    Money before = ordered == null ? none : ordered;
    Money back = returned == null ? none : returned;
    ordered = entry.kind() == OrderKind.ORDER ? before.plus(entry.amount()) : before;
    returned = entry.kind() == OrderKind.ORDER ? back : back.plus(entry.amount());
  }

  private void add(Interaction contact) {
    contacts.add(contact);
    minutes += contact.minutes();
  }

  List<Order> entries() {
    return entries;
  }

  /** Those that took time, the longest first. */
  List<Interaction> contacts() {
    return contacts.stream()
        .sorted(Comparator.comparingInt(Interaction::minutes).reversed())
        .toList();
  }

  int minutes() {
    return minutes;
  }

  /** What is left; empty when it cannot be worked out in one currency. */
  Optional<Money> left() {
    Thresholds.Cost plan = situation.plan().thresholds().cost();
    if (ordered == null || returned == null || currencies.size() != 1) {
      return Optional.empty();
    }
    Money sold = ordered;
    Money back = returned;
    return plan.hour(sold.getCurrencyUnit())
        .map(
            hour ->
                sold.multipliedBy(plan.grossMargin().movePointLeft(2), RoundingMode.HALF_UP)
                    .minus(back)
                    .minus(
                        hour.multipliedBy(
                            new BigDecimal(minutes)
                                .divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP),
                            RoundingMode.HALF_UP)));
  }

  /** The figures in a sentence. */
  String sheet() {
    return "ordered %s, given back %s, %d minutes of ours in %d months; left: %s"
        .formatted(
            ordered,
            returned,
            minutes,
            situation.plan().thresholds().cost().months(),
            left().map(Money::toString).orElse("cannot be said in one currency"));
  }

  /** Says that more comes back to the customer than is usual; else empty. */
  String refundNote() {
    Thresholds.Pattern plan = situation.plan().thresholds().pattern();
    if (ordered == null || returned == null || ordered.isZero()) {
      return "";
    }
    BigDecimal share =
        returned
            .getAmount()
            .multiply(BigDecimal.valueOf(100))
            .divide(ordered.getAmount(), 1, RoundingMode.HALF_UP);
    return share.compareTo(plan.usualRefunds().multiply(plan.timesTheUsual())) > 0
        ? "%s %% of what was ordered came back, more than %s times the usual %s %%"
            .formatted(
                share.toPlainString(),
                plan.timesTheUsual().toPlainString(),
                plan.usualRefunds().toPlainString())
        : "";
  }
}
