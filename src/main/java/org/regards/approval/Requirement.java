package org.regards.approval;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Occasion;
import org.regards.playbook.Role;

/**
 * Whose word a letter needs.
 *
 * @param author who composed it or edited it last, or null where nobody said who they were
 * @param authors whoever ever composed or edited it, or signed it before
 * @param occasions why it needs more than usual
 * @param roles each from a person of its own
 */
public record Requirement(
    LetterId letter,
    LetterKind kind,
    StaffId signatory,
    @Nullable StaffId author,
    Set<StaffId> authors,
    Set<Occasion> occasions,
    List<Role> roles) {
  public Requirement {
    authors = Set.copyOf(authors);
    occasions = Set.copyOf(occasions);
    roles = List.copyOf(roles);
  }

  /** Whether it is somebody's own letter: they wrote or changed it, signed it or sign it. */
  boolean isOf(StaffId staff) {
    return staff.equals(signatory) || staff.equals(author) || authors.contains(staff);
  }
}
