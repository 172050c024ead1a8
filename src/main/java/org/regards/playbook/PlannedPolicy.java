package org.regards.playbook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;

/**
 * A policy version as a plan has it: more exactly than an import can say it.
 *
 * @param about null when the plan does not say
 * @param from the first day on which it is in force
 * @param until the last one, or null while there is none
 * @param limits what each role may give alone
 */
public record PlannedPolicy(
    Policy policy,
    @Nullable Topic about,
    LocalDate from,
    @Nullable LocalDate until,
    Map<Role, Money> limits) {
  public PlannedPolicy {
    limits = Map.copyOf(limits);
  }

  public PolicyId id() {
    return policy.id();
  }

  public boolean isInForce(LocalDate day) {
    return !from.isAfter(day) && (until == null || !until.isBefore(day));
  }

  public Optional<Money> limit(Role role) {
    return Optional.ofNullable(limits.get(role));
  }
}
