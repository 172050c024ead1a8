package org.regards.playbook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;

/**
 * What the business has decided beforehand, as read at one moment: the plans it adopted, the
 * policies it imported, its staff and what they were trained on. Immutable. A policy of a plan
 * stands in the place of an imported one with the same id, with all its versions.
 *
 * @param imported all versions of all policies of {@code policies.csv}
 */
public record Playbook(
    List<Policy> imported, List<StaffMember> staff, AdoptedPlans plans, List<Training> trainings) {
  private static final Comparator<Policy> BY_VERSION = Comparator.comparingInt(Policy::version);

  public Playbook {
    imported = List.copyOf(imported);
    staff = List.copyOf(staff);
    trainings = List.copyOf(trainings);
  }

  /** A playbook without a plan of its own: that of the program holds. */
  public Playbook(List<Policy> imported, List<StaffMember> staff) {
    this(imported, staff, AdoptedPlans.none(), List.of());
  }

  /** The plan by which what happens on a day is judged. */
  public Plan plan(LocalDate day) {
    return plans.on(day);
  }

  /** All versions of all policies that hold on a day: those of the plan, then imported ones. */
  public List<Policy> policies(LocalDate day) {
    Plan plan = plan(day);
    return Stream.concat(
            plan.policies().stream().map(PlannedPolicy::policy),
            imported.stream().filter(policy -> !plan.holds(policy.id())))
        .toList();
  }

  /** The ids of all policies that hold on a day, in order. */
  public List<PolicyId> policyIds(LocalDate day) {
    TreeSet<PolicyId> ids = new TreeSet<>();
    policies(day).forEach(policy -> ids.add(policy.id()));
    return List.copyOf(ids);
  }

  /**
   * The version of a policy in force on a day. Of imported ones that is the highest one published
   * by then; an internal policy counts as always in force; the lowest version when the day is
   * before all of them.
   */
  public Optional<Policy> policy(PolicyId id, LocalDate day) {
    return planned(id, day)
        .map(PlannedPolicy::policy)
        .or(
            () ->
                versions(id)
                    .filter(
                        policy -> policy.published() == null || !policy.published().isAfter(day))
                    .max(BY_VERSION))
        .or(() -> versions(id).min(BY_VERSION));
  }

  /** All versions of a policy among those that hold on a day; none when there is no such policy. */
  public List<Policy> versions(PolicyId id, LocalDate day) {
    return policies(day).stream().filter(policy -> policy.id().equals(id)).toList();
  }

  /** What somebody in a role may give alone under a policy; empty when nothing says it. */
  public Optional<Money> limit(PolicyId id, LocalDate day, Role role) {
    Optional<PlannedPolicy> planned = planned(id, day);
    if (planned.isPresent()) {
      return planned.get().limit(role);
    }
    return role == Role.AGENT
        ? policy(id, day).flatMap(policy -> Optional.ofNullable(policy.agentLimit()))
        : Optional.empty();
  }

  /** Whether a policy is about a topic: as the plan says, else by the words of its title. */
  public boolean isAbout(Policy policy, Topic topic, LocalDate day) {
    Topic said = planned(policy.id(), day).map(PlannedPolicy::about).orElse(null);
    return said == null ? topic.isToldBy(policy.title()) : said == topic;
  }

  public Optional<StaffMember> member(StaffId id) {
    return staff.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /**
   * The member of staff of an id that somebody gave.
   *
   * @throws UnknownStaffException when nobody here has it
   */
  public StaffMember required(StaffId id) {
    return member(id).orElseThrow(() -> new UnknownStaffException(id, staff));
  }

  /** The first member of staff in a role, in the order of their ids. */
  public Optional<StaffMember> first(Role role) {
    return staff.stream()
        .filter(member -> member.role() == role)
        .min(Comparator.comparing(StaffMember::id));
  }

  /** The policy on conduct or respect, on which a pause rests. */
  public Optional<Policy> onConduct(LocalDate day) {
    PolicyId named = plan(day).pauses().policy();
    return named == null ? about(Topic.CONDUCT, day) : policy(named, day);
  }

  /** The policy on ending or notice, on which a farewell rests. */
  public Optional<Policy> onEnding(LocalDate day) {
    PolicyId named = plan(day).duties().endingPolicy();
    return named == null ? about(Topic.ENDING, day) : policy(named, day);
  }

  /**
   * Whether somebody may send letters that rest on this version of a policy: was trained on it, and
   * that still counts. Training that was imported names no version and no day, and counts for every
   * version until a training with a day is recorded.
   */
  public boolean isTrained(StaffId id, Policy policy, LocalDate day) {
    List<Training> recorded =
        trainings.stream()
            .filter(one -> one.staff().equals(id) && one.policy().equals(policy.id()))
            .toList();
    return recorded.isEmpty()
        ? member(id).filter(one -> one.trainedOn().contains(policy.id())).isPresent()
        : recorded.stream().anyMatch(one -> one.version() == policy.version() && one.countsOn(day));
  }

  /** The first by id when several are about it. */
  private Optional<Policy> about(Topic topic, LocalDate day) {
    return policies(day).stream()
        .filter(policy -> isAbout(policy, topic, day))
        .map(Policy::id)
        .min(Comparator.naturalOrder())
        .flatMap(id -> policy(id, day));
  }

  private Optional<PlannedPolicy> planned(PolicyId id, LocalDate day) {
    return plans.all().isEmpty() ? Optional.empty() : plan(day).policy(id, day);
  }

  private Stream<Policy> versions(PolicyId id) {
    return imported.stream().filter(policy -> policy.id().equals(id));
  }
}
