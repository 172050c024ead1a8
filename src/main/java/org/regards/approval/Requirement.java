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
 * @param occasions why it needs more than usual
 * @param roles each from a person of its own
 */
public record Requirement(
    LetterId letter,
    LetterKind kind,
    StaffId signatory,
    @Nullable StaffId author,
    Set<Occasion> occasions,
    List<Role> roles) {
  public Requirement {
    occasions = Set.copyOf(occasions);
    roles = List.copyOf(roles);
  }

  /** Whether it is somebody's own letter: they wrote it or sign it. */
  boolean isOf(StaffId staff) {
    return staff.equals(signatory) || staff.equals(author);
  }
}
