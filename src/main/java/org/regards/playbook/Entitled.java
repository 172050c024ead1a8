package org.regards.playbook;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;

/**
 * Who may write into the playbook: whoever manages or owns; where nobody does, anybody on staff.
 */
final class Entitled {
  private static final Set<Role> ROLES = Set.of(Role.MANAGER, Role.OWNER);

  private final List<StaffMember> staff;

  Entitled(List<StaffMember> staff) {
    this.staff = staff;
  }

  /** Where there is no staff yet, whoever is at the machine may adopt the first plan. */
  void mayAdopt(Actor by) {
    if (!staff.isEmpty()) {
      mayWrite(by, "adopt a plan", among(member -> true));
    }
  }

  /** Whoever was trained does not say so themselves. */
  void mayRecordTraining(Actor by, StaffId trained) {
    List<StaffMember> able = among(member -> !member.id().equals(trained));
    if (by.equals(Actor.of(trained))) {
      throw new RefusedEntryException(
          "Nobody records their own training; ask %s.".formatted(names(able)));
    }
    mayWrite(by, "record a training of " + trained, able);
  }

  private static void mayWrite(Actor by, String what, List<StaffMember> able) {
    if (able.stream().noneMatch(member -> Actor.of(member.id()).equals(by))) {
      throw new RefusedEntryException(
          "%s may not %s; ask %s."
              .formatted(by.staff().map(StaffId::value).orElse(by.name()), what, names(able)));
    }
  }

  private List<StaffMember> among(Predicate<StaffMember> others) {
    List<StaffMember> possible = staff.stream().filter(others).toList();
    List<StaffMember> leading =
        possible.stream().filter(member -> ROLES.contains(member.role())).toList();
    return leading.isEmpty() ? possible : leading;
  }

  private static String names(List<StaffMember> able) {
    return able.isEmpty()
        ? "somebody else, and there is nobody else in staff.csv"
        : able.stream()
            .map(member -> "%s (%s)".formatted(member.id(), member.role().word()))
            .collect(Collectors.joining(" or "));
  }
}
