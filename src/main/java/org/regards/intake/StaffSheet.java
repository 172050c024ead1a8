package org.regards.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.EmailAddress;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.playbook.Role;
import org.regards.playbook.StaffDao;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordKind;

/** {@code staff.csv}. */
final class StaffSheet implements Sheet<StaffMember> {
  @Override
  public String name() {
    return "staff";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.STAFF;
  }

  @Override
  public List<String> columns() {
    return List.of("staff", "name", "role", "email", "phone", "title", "trained_on");
  }

  @Override
  public StaffMember read(Cells cells) {
    String name = cells.line("name");
    if (name.isBlank()) {
      cells.problem("name", "name is empty, expected the name that stands under a letter");
    }
    String email = cells.line("email");
    if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) {
      cells.remark(
          "email is no address that mail can reach; it is kept, but no letter comes from it");
    }
    Set<PolicyId> trainedOn = cells.list("trained_on").stream().map(PolicyId::new).collect(toSet());
    return new StaffMember(
        new StaffId(cells.key("staff")),
        name,
        cells.word("role", Role::of, Role.values(), Role::word),
        email,
        cells.line("phone"),
        cells.line("title"),
        trainedOn);
  }

  @Override
  public List<String> write(StaffMember member) {
    return List.of(
        member.id().value(),
        member.name(),
        member.role().word(),
        member.email(),
        member.phone(),
        member.title(),
        member.trainedOn().stream().sorted().map(PolicyId::value).collect(joining(";")));
  }

  @Override
  public String key(StaffMember member) {
    return member.id().value();
  }

  @Override
  public @Nullable CustomerId customer(StaffMember member) {
    return null;
  }

  @Override
  public List<Reference> references(StaffMember member) {
    return List.of();
  }

  @Override
  public List<Reference> mentions(StaffMember member) {
    return member.trainedOn().stream()
        .map(policy -> new Reference("trained_on", RecordKind.POLICY, policy.value()))
        .toList();
  }

  @Override
  public List<StaffMember> stored(Handle handle, List<StaffMember> members) {
    return new StaffDao(handle).all();
  }

  @Override
  public void insert(Handle handle, List<StaffMember> members) {
    new StaffDao(handle).insert(members);
  }

  @Override
  public void update(Handle handle, List<StaffMember> members) {
    new StaffDao(handle).update(members);
  }
}
