package org.regards.playbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who signs a kind of letter and who must approve it.
 *
 * @param signedBy in order: the first who is there
 * @param approvedBy the roles whose word it always needs; never the author's own
 * @param also whose word it needs besides on an occasion
 */
public record LetterRule(
    LetterKind kind, List<Signer> signedBy, Set<Role> approvedBy, Map<Occasion, Set<Role>> also) {
  public LetterRule {
    signedBy = List.copyOf(signedBy);
    approvedBy = Set.copyOf(approvedBy);
    also = Map.copyOf(also);
  }

  /** All roles whose word it needs on these occasions, in the order of {@link Role}. */
  public Set<Role> approvers(Set<Occasion> occasions) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(approvedBy);
    occasions.forEach(occasion -> roles.addAll(also.getOrDefault(occasion, Set.of())));
    return roles;
  }
}
