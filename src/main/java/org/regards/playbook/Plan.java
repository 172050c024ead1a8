package org.regards.playbook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.regards.history.PolicyId;

/**
 * The business's own documented plan, as one file says it. Immutable; it has been checked as a
 * whole.
 *
 * @param policies all versions of all of them, by id and version
 * @param escalation who decides when somebody in the role may not
 * @param words phrases by language (ISO 639) and name of the list; the name of a list is that of a
 *     {@link WordList} or the id of a rule whose words it adds to
 */
public record Plan(
    String name,
    List<PlannedPolicy> policies,
    Map<Role, Role> escalation,
    Map<LetterKind, LetterRule> letters,
    Thresholds thresholds,
    Pauses pauses,
    Duties duties,
    List<NeverRule> never,
    List<Referral> referrals,
    Map<String, Map<String, List<String>>> words) {
  private static final Comparator<PlannedPolicy> BY_VERSION =
      Comparator.comparingInt(planned -> planned.policy().version());

  public Plan {
    policies = List.copyOf(policies);
    escalation = Map.copyOf(escalation);
    letters = Map.copyOf(letters);
    never = List.copyOf(never);
    referrals = List.copyOf(referrals);
    words = Map.copyOf(words);
  }

  /** The rule of a kind of letter; there is one for each. */
  public LetterRule letter(LetterKind kind) {
    return Optional.ofNullable(letters.get(kind)).orElseThrow();
  }

  /**
   * The version of a policy in force on a day, else the first one when the day is before all of
   * them, else the last one. Empty when the plan has no such policy.
   */
  public Optional<PlannedPolicy> policy(PolicyId id, LocalDate day) {
    return versions(id)
        .filter(planned -> planned.isInForce(day))
        .max(BY_VERSION)
        .or(() -> versions(id).filter(planned -> planned.from().isBefore(day)).max(BY_VERSION))
        .or(() -> versions(id).min(BY_VERSION));
  }

  public boolean holds(PolicyId id) {
    return versions(id).findAny().isPresent();
  }

  /** The words of a list in a language; none when it has no such list. */
  public List<String> words(String language, WordList list) {
    return words(language, list.word());
  }

  /** The words that the plan adds to those of a rule, for example {@code PLAT-1}. */
  public List<String> words(String language, String list) {
    return words.getOrDefault(language, Map.of()).getOrDefault(list, List.of());
  }

  private Stream<PlannedPolicy> versions(PolicyId id) {
    return policies.stream().filter(planned -> planned.id().equals(id));
  }
}
