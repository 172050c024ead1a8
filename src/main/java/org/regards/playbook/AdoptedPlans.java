package org.regards.playbook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All plans that were ever adopted. Their texts are read when a day is first asked for: most
 * commands ask for one day or none. Safe for many threads.
 */
public final class AdoptedPlans {
  private final List<AdoptedPlan> plans;
  private final Map<String, Plan> read = new ConcurrentHashMap<>();

  /** In the order in which they were adopted. */
  AdoptedPlans(List<AdoptedPlan> plans) {
    this.plans = List.copyOf(plans);
  }

  static AdoptedPlans none() {
    return new AdoptedPlans(List.of());
  }

  /** In the order in which they were adopted. */
  public List<AdoptedPlan> all() {
    return plans;
  }

  /** Which one is in force on a day; none before the first, when the program's own is. */
  public Optional<AdoptedPlan> adoptedFor(LocalDate day) {
    return plans.reversed().stream()
        .filter(plan -> !plan.from().isAfter(day))
        .max(Comparator.comparing(AdoptedPlan::from));
  }

  Plan on(LocalDate day) {
    return adoptedFor(day)
        .map(plan -> read.computeIfAbsent(plan.digest(), ignored -> readable(plan)))
        .orElseGet(PlanReader::standard);
  }

  private static Plan readable(AdoptedPlan adopted) {
    return switch (PlanReader.read(adopted.text())) {
      case PlanReading.Sound readable -> readable.plan();
      case PlanReading.Unsound unreadable ->
          throw new PlanOutdatedException(adopted, unreadable.problems());
    };
  }
}
