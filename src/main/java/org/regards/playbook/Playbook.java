package org.regards.playbook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;

/** The policies, all versions, and the staff, as read at one moment. Immutable. */
public record Playbook(List<Policy> policies, List<StaffMember> staff) {
  private static final Comparator<Policy> BY_VERSION = Comparator.comparingInt(Policy::version);
  private static final Pattern CONDUCT =
      titleWords("conduct|respect|verhalten|umgang|conduite|conducta|respeto");
  private static final Pattern ENDING =
      titleWords(
          "ending|termination|notice|kündigung|beendigung|résiliation|fin de"
              + " contrat|baja|rescisión");

  public Playbook {
    policies = List.copyOf(policies);
    staff = List.copyOf(staff);
  }

  /**
   * The version of a policy in force on a day: the highest one published by then; an internal
   * policy counts as always in force; the lowest version when the day is before all of them.
   */
  public Optional<Policy> policy(PolicyId id, LocalDate day) {
    return versions(id)
        .filter(policy -> policy.published() == null || !policy.published().isAfter(day))
        .max(BY_VERSION)
        .or(() -> versions(id).min(BY_VERSION));
  }

  public Optional<StaffMember> member(StaffId id) {
    return staff.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** The first member of staff in a role, in the order of their ids. */
  public Optional<StaffMember> first(Role role) {
    return staff.stream()
        .filter(member -> member.role() == role)
        .min(Comparator.comparing(StaffMember::id));
  }

  /** The policy whose title speaks of conduct or respect, on which a pause rests. */
  public Optional<Policy> onConduct(LocalDate day) {
    return titled(CONDUCT, day);
  }

  /** The policy whose title speaks of ending or notice, on which a farewell rests. */
  public Optional<Policy> onEnding(LocalDate day) {
    return titled(ENDING, day);
  }

  /** The id of the policy of a title; the first by id when several match. */
  private Optional<Policy> titled(Pattern words, LocalDate day) {
    return policies.stream()
        .filter(policy -> words.matcher(policy.title()).find())
        .map(Policy::id)
        .min(Comparator.naturalOrder())
        .flatMap(id -> policy(id, day));
  }

  private Stream<Policy> versions(PolicyId id) {
    return policies.stream().filter(policy -> policy.id().equals(id));
  }

  private static Pattern titleWords(String words) {
    return Pattern.compile("\\b(" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
