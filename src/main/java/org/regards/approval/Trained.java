package org.regards.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.letter.RestsOn;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;

/**
 * Who is not trained on a policy may draft letters that rest on it, and lets none go. Counsel needs
 * no training of ours: they answer for the law.
 */
final class Trained {
  private final Playbook playbook;
  private final LocalDate day;
  private final boolean needed;

  Trained(Playbook playbook, LocalDate day) {
    this.playbook = playbook;
    this.day = day;
    this.needed = playbook.plan(day).duties().trainingNeeded();
  }

  /**
   * Why somebody may not let a letter go that rests on these; empty when they may.
   *
   * @param who null where nobody said who they were
   */
  Optional<String> refusal(LetterId letter, List<RestsOn> restsOn, @Nullable StaffMember who) {
    if (!needed || restsOn.isEmpty() || (who != null && who.role() == Role.COUNSEL)) {
      return Optional.empty();
    }
    if (who == null) {
      return Optional.of(
          "%s rests on %s, and only somebody trained on it lets it go: say who you are with --as STAFF."
              .formatted(letter, restsOn.getFirst()));
    }
    return restsOn.stream()
        .flatMap(policy -> version(policy).stream())
        .filter(policy -> !playbook.isTrained(who.id(), policy, day))
        .findFirst()
        .map(policy -> untrained(letter, policy, who));
  }

  private Optional<Policy> version(RestsOn cited) {
    return playbook.policies(day).stream()
        .filter(one -> one.id().equals(cited.policy()) && one.version() == cited.version())
        .findFirst();
  }

  private static String untrained(LetterId letter, Policy policy, StaffMember who) {
    return "%s rests on %s v%d (%s), and %s has no training on it that counts today; who is not trained drafts letters and lets none go. When they are trained: regards playbook trained %s %s"
        .formatted(
            letter,
            policy.id(),
            policy.version(),
            policy.title(),
            who.name(),
            who.id(),
            policy.id());
  }
}
