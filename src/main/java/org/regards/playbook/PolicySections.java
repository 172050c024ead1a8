package org.regards.playbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;

/** The policies of a plan with all their versions, and what cannot be about them together. */
final class PolicySections {
  private static final List<Role> RISING =
      List.of(Role.AGENT, Role.SUPERVISOR, Role.MANAGER, Role.OWNER);

  private final Section top;
  private final Set<String> ids = new LinkedHashSet<>();

  PolicySections(Section top) {
    this.top = top;
  }

  List<PlannedPolicy> read() {
    List<PlannedPolicy> policies = new ArrayList<>();
    for (Section section : top.list("policies")) {
      policies.addAll(versions(section));
    }
    policies.sort(
        Comparator.comparing(PlannedPolicy::id)
            .thenComparingInt(planned -> planned.policy().version()));
    return policies;
  }

  private List<PlannedPolicy> versions(Section section) {
    String id = section.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      section.problemAt("id", "there are two policies with the id " + id);
    }
    String title = section.text("title");
    Topic about =
        section.wordOrNull(
            "about", Topic::of, Arrays.stream(Topic.values()).map(Topic::word).toList());
    List<Section> sections = section.list("versions");
    if (sections.isEmpty()) {
      section.problemAt("versions", "policy %s has no version".formatted(id));
    }
    section.refuseOthers();
    List<PlannedPolicy> versions = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (Section each : sections) {
      PlannedPolicy version = version(new PolicyId(id.isEmpty() ? "?" : id), title, about, each);
      if (!numbers.add(version.policy().version())) {
        each.problemAt(
            "version", "policy %s has two versions %d".formatted(id, version.policy().version()));
      }
      versions.stream()
          .filter(earlier -> overlap(earlier, version))
          .findFirst()
          .ifPresent(
              earlier ->
                  each.problemAt(
                      "from",
                      "version %d of policy %s is in force from %s, while version %d still is; end that one with until:"
                          .formatted(
                              version.policy().version(),
                              id,
                              version.from(),
                              earlier.policy().version())));
      versions.add(version);
    }
    return versions;
  }

  /**
   * Whether both are in force on one day. A version without an end gives way to one with a higher
   * number.
   */
  private static boolean overlap(PlannedPolicy one, PlannedPolicy other) {
    boolean inOrder = one.policy().version() <= other.policy().version();
    PlannedPolicy lower = inOrder ? one : other;
    PlannedPolicy higher = inOrder ? other : one;
    LocalDate end = lower.until();
    LocalDate otherEnd = higher.until();
    return end == null
        ? !lower.from().isBefore(higher.from())
        : !end.isBefore(higher.from()) && (otherEnd == null || !otherEnd.isBefore(lower.from()));
  }

  private static PlannedPolicy version(
      PolicyId id, String title, @Nullable Topic about, Section section) {
    LocalDate from = section.dayOrNull("from");
    if (from == null && !section.has("from")) {
      section.problemAt("from", "from is missing here: the day on which it comes into force");
    }
    LocalDate until = section.dayOrNull("until");
    if (from != null && until != null && until.isBefore(from)) {
      section.problemAt("until", "it ends on %s, before it begins on %s".formatted(until, from));
    }
    LocalDate published = section.dayOrNull("published");
    List<String> where = section.texts("where");
    if (published != null && where.isEmpty()) {
      section.problemAt(
          "published", "say where customers can read it, for example where: [website]");
    }
    Remedy remedy =
        section.wordOrNull(
            "remedy", Remedy::of, Arrays.stream(Remedy.values()).map(Remedy::word).toList());
    Money most = section.moneyOrNull("most");
    Map<Role, Money> limits = limits(section, most);
    if (remedy == null && (most != null || section.has("percent") || !limits.isEmpty())) {
      section.problemAt(
          "remedy", "remedy is missing: amounts say what a credit, refund or discount may be");
    }
    Policy policy =
        new Policy(
            id,
            section.count("version", 1),
            title,
            section.text("clause"),
            section.text("text"),
            published,
            where,
            remedy,
            section.percentOrNull("percent"),
            most,
            limits.get(Role.AGENT),
            section.countOrNull("days", 0));
    section.refuseOthers();
    return new PlannedPolicy(policy, about, from == null ? LocalDate.EPOCH : from, until, limits);
  }

  /** None is more than the policy gives, and nobody may give less than somebody below them. */
  private static Map<Role, Money> limits(Section section, @Nullable Money most) {
    Map<Role, Money> limits = new EnumMap<>(Role.class);
    if (!section.has("limits")) {
      return limits;
    }
    Section lines = section.section("limits");
    for (Role role : Role.values()) {
      Money limit = lines.moneyOrNull(role.word());
      if (limit == null) {
        continue;
      }
      limits.put(role, limit);
      if (most != null && !most.isSameCurrency(limit)) {
        lines.problemAt(
            role.word(),
            "the limit is in %s, but the policy gives at most %s"
                .formatted(limit.getCurrencyUnit(), most));
      } else if (most != null && limit.isGreaterThan(most)) {
        lines.problemAt(
            role.word(),
            "the limit of %s is more than the policy gives: %s".formatted(limit, most));
      }
    }
    lines.refuseOthers();
    List<Role> set = RISING.stream().filter(limits::containsKey).toList();
    for (int at = 1; at < set.size(); at++) {
      Role role = set.get(at);
      Role below = set.get(at - 1);
      Money limit = limits.get(role);
      Money lower = limits.get(below);
      if (limit != null
          && lower != null
          && limit.isSameCurrency(lower)
          && limit.isLessThan(lower)) {
        lines.problemAt(
            role.word(),
            "%s may give less (%s) than %s (%s)"
                .formatted(role.word(), limit, below.word(), lower));
      }
    }
    return limits;
  }
}
