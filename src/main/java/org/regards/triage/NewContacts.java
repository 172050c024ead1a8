package org.regards.triage;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.SpokenLanguages;
import org.regards.playbook.StaffMember;

/**
 * Who could look after a customer from now on: never somebody whom they complained to or about, or
 * treated badly, within the months in which the plan counts a pattern.
 */
public final class NewContacts {
  private static final Set<Role> LOOK_AFTER_CUSTOMERS = Set.of(Role.AGENT, Role.MANAGER);

  private final Dossier dossier;
  private final Playbook playbook;
  private final SpokenLanguages spoken;

  public NewContacts(Dossier dossier, Playbook playbook, SpokenLanguages spoken) {
    this.dossier = dossier;
    this.playbook = playbook;
    this.spoken = spoken;
  }

  /**
   * Those in question: who is known to speak the customer's language before others, among these who
   * was trained on more of the policies that the customer's cases fall under, then agents before
   * managers.
   */
  public List<StaffMember> ranked() {
    String language = dossier.customer().language();
    List<PolicyId> policies =
        dossier.cases().stream()
            .map(CaseFile::policy)
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    return playbook.staff().stream()
        .filter(member -> LOOK_AFTER_CUSTOMERS.contains(member.role()))
        .filter(member -> !member.id().equals(dossier.customer().accountManager()))
        .filter(member -> against(member).isEmpty())
        .sorted(
            Comparator.comparing((StaffMember member) -> !spoken.speaks(member.id(), language))
                .thenComparingLong(member -> -trainedOn(member, policies))
                .thenComparing(StaffMember::role)
                .thenComparing(StaffMember::id))
        .toList();
  }

  /** The record for which somebody must not be a customer's new contact; empty when none. */
  public Optional<Interaction> against(StaffMember member) {
    Instant from =
        dossier
            .today()
            .minusMonths(playbook.plan(dossier.today()).thresholds().pattern().months())
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return dossier
        .fromCustomer()
        .filter(contact -> !contact.at().isBefore(from))
        .filter(NewContacts::isUnfriendly)
        .filter(contact -> member.id().equals(contact.staff()) || isNamed(member, contact))
        .findFirst();
  }

  /** The ids in order, for a sentence. */
  public String words() {
    String names =
        ranked().stream().map(StaffMember::id).map(StaffId::value).collect(joining(", "));
    return names.isEmpty() ? "nobody is left, ask the supervisor" : names;
  }

  private long trainedOn(StaffMember member, List<PolicyId> policies) {
    return policies.stream()
        .flatMap(id -> playbook.policy(id, dossier.today()).stream())
        .filter(policy -> playbook.isTrained(member.id(), policy, dossier.today()))
        .count();
  }

  private static boolean isUnfriendly(Interaction contact) {
    return contact.tags().stream().anyMatch(tag -> tag == Tag.COMPLAINT || tag.isConduct());
  }

  /** By the whole name or the given one, as a word. */
  private static boolean isNamed(StaffMember member, Interaction contact) {
    String given = member.name().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return !given.isEmpty()
        && Pattern.compile("(?U)\\b" + Pattern.quote(given) + "\\b")
            .matcher((contact.subject() + " " + contact.text()).toLowerCase(Locale.ROOT))
            .find();
  }
}
