package org.regards.letter;

import org.regards.playbook.StaffMember;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** A member of staff as templates see one. */
final class PersonValues {
  private PersonValues() {}

  static TemplateValue.Group of(String name, StaffMember member) {
    return new ValueGroup(name, new RecordId(RecordKind.STAFF, member.id().value()))
        .text("name", member.name())
        .text("title", member.title())
        .text("email", member.email())
        .text("phone", member.phone())
        .build();
  }
}
