package org.regards.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.history.CaseId;
import org.regards.hold.Hold;
import org.regards.playbook.Role;

/**
 * What the history of one customer calls for, and why. People decide; nothing follows from it by
 * itself.
 *
 * @param caseId the case the letter would be about, or null
 * @param most the most that may be offered without an exception, or null
 * @param approvers whose word the letter needs before it goes, never its author's own; or whose
 *     word ends a hold
 * @param guards what must be minded, gravest first
 * @param alternatives what can be done in the case instead of all that is asked, the best first
 * @param rejected what was weighed and why not
 */
public record Recommendation(
    Customer customer,
    Sign sign,
    Move move,
    @Nullable CaseId caseId,
    @Nullable Money most,
    Set<Role> approvers,
    List<String> guards,
    List<Alternative> alternatives,
    List<Rejected> rejected,
    List<Evidence> evidence,
    List<Proposal> proposals) {
  public Recommendation {
    approvers = Set.copyOf(approvers);
    guards = List.copyOf(guards);
    alternatives = List.copyOf(alternatives);
    rejected = List.copyOf(rejected);
    evidence = List.copyOf(evidence);
    proposals = List.copyOf(proposals);
  }

  /** The same advice for somebody to whom nothing goes: what holds it is minded first. */
  public Recommendation under(List<Hold> holds) {
    if (holds.isEmpty()) {
      return this;
    }
    List<String> minded = new ArrayList<>();
    holds.forEach(hold -> minded.add(hold.message()));
    minded.addAll(guards);
    return new Recommendation(
        customer,
        sign,
        move,
        caseId,
        most,
        approvers,
        minded,
        alternatives,
        rejected,
        evidence,
        proposals);
  }
}
