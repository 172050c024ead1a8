package org.regards.approval;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
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
  private static final Set<LetterType> BY_POLICY =
      EnumSet.of(LetterType.EXPLANATION, LetterType.EDUCATE, LetterType.COMPROMISE);

  private final Playbook playbook;
  private final LocalDate day;
  private final boolean needed;

  Trained(Playbook playbook, LocalDate day) {
    this.playbook = playbook;
    this.day = day;
    this.needed = playbook.plan(day).duties().trainingNeeded();
  }

  /**
   * What a letter rests on: what its text cites and, where it tells a customer what we do in their
   * case, what that case is judged by, whether the text still says so or not.
   *
   * @param cases finds the case that the letter names
   */
  List<RestsOn> basis(
      LetterHead head, List<RestsOn> cited, Function<CaseId, Optional<CaseFile>> cases) {
    if (head.caseId() == null || !BY_POLICY.contains(head.type())) {
      return cited;
    }
    Set<RestsOn> all = new LinkedHashSet<>(cited);
    cases.apply(head.caseId()).flatMap(this::judgedBy).ifPresent(all::add);
    return List.copyOf(all);
  }

  private Optional<RestsOn> judgedBy(CaseFile file) {
    return Optional.ofNullable(file.policy())
        .flatMap(id -> playbook.policy(id, file.opened()))
        .map(policy -> new RestsOn(policy.id(), policy.version()));
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
    return restsOn.stream().flatMap(policy -> refusal(letter, policy, who).stream()).findFirst();
  }

  private Optional<String> refusal(LetterId letter, RestsOn policy, StaffMember who) {
    Optional<Policy> version = version(policy);
    return version.isEmpty()
        ? Optional.of(
            "%s rests on %s, and the plan in force today has no such version, so nobody can be trained on it. Adopt a plan that has it, with the days on which it was in force, or compose the letter anew."
                .formatted(letter, policy))
        : version
            .filter(one -> !playbook.isTrained(who.id(), one, day))
            .map(one -> untrained(letter, one, who));
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
