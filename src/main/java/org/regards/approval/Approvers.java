package org.regards.approval;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Occasion;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;

/**
 * Who may approve what, by the plan of a day. Nobody approves their own letter, whoever stands
 * above may stand in, and where several words are needed they come from as many people.
 */
final class Approvers {
  private static final int MOST_NAMES = 3;

  private final Playbook playbook;
  private final LocalDate day;
  private final Map<Role, Role> above;

  Approvers(Playbook playbook, LocalDate day) {
    this.playbook = playbook;
    this.day = day;
    this.above = playbook.plan(day).escalation();
  }

  /**
   * @param dossier of the recipient, as of now
   * @param authors everybody who had a hand in it, as far as is known
   */
  Requirement of(StoredLetter stored, Dossier dossier, Set<StaffId> authors) {
    LetterKind kind = LetterKind.of(stored.letter().head().type().word()).orElseThrow();
    Set<Occasion> occasions = Occasions.of(stored, dossier, playbook);
    return new Requirement(
        stored.id(),
        kind,
        stored.letter().head().signatory().staff(),
        stored.author(),
        authors,
        occasions,
        List.copyOf(playbook.plan(day).letter(kind).approvers(occasions)),
        Newer.of(dossier));
  }

  /** Whether somebody in a role may speak for another: it is theirs, or they stand above it. */
  boolean standsFor(Role role, Role needed) {
    for (Role next = needed; next != null; next = above.get(next)) {
      if (next == role) {
        return true;
      }
    }
    return false;
  }

  /** The roles whose word is still missing when these have spoken, each for one. */
  List<Role> missing(List<Role> needed, List<Role> given) {
    if (needed.isEmpty() || given.isEmpty()) {
      return needed;
    }
    Role first = needed.getFirst();
    List<Role> others = needed.subList(1, needed.size());
    List<Role> best = new ArrayList<>(List.of(first));
    best.addAll(missing(others, given));
    for (int speaker = 0; speaker < given.size(); speaker++) {
      if (standsFor(given.get(speaker), first)) {
        List<Role> rest = new ArrayList<>(given);
        rest.remove(speaker);
        List<Role> left = missing(others, rest);
        best = left.size() < best.size() ? left : best;
      }
    }
    return best;
  }

  List<Role> missing(Requirement requirement, List<Word> given) {
    return missing(requirement.roles(), roles(given));
  }

  /** Why somebody may not approve a letter; empty when they may and it helps. */
  Optional<String> refusal(Requirement requirement, StaffMember who, List<Word> given) {
    LetterId letter = requirement.letter();
    if (who.id().equals(requirement.signatory())) {
      return Optional.of(
          "%s signs it, and nobody approves their own letter. %s"
              .formatted(who.name(), wanted(requirement, given)));
    }
    if (requirement.isOf(who.id())) {
      return Optional.of(
          "%s %s, and nobody approves their own letter. %s"
              .formatted(
                  who.name(),
                  who.id().equals(requirement.author()) ? "wrote it" : "had a hand in it",
                  wanted(requirement, given)));
    }
    if (given.stream().anyMatch(word -> word.by().equals(who.id()))) {
      return Optional.of(
          "%s has approved it already; the other word must be somebody else's. %s"
              .formatted(who.name(), wanted(requirement, given)));
    }
    List<Role> with = new ArrayList<>(roles(given));
    with.add(who.role());
    return missing(requirement.roles(), with).size() < missing(requirement, given).size()
        ? Optional.empty()
        : Optional.of(
            "%s is %s and may not approve %s. %s"
                .formatted(who.name(), asOne(who.role()), letter, wanted(requirement, given)));
  }

  /** Whose word is missing, who could give it, and how: a whole sentence. */
  String wanted(Requirement requirement, List<Word> given) {
    List<Role> missing = missing(requirement, given);
    List<StaffMember> free = free(requirement, given);
    List<Role> impossible = missing(missing, free.stream().map(StaffMember::role).toList());
    if (!impossible.isEmpty()) {
      return nobody(requirement, impossible);
    }
    String whose =
        missing.stream()
            .map(role -> "of %s (%s)".formatted(asOne(role), names(role, free)))
            .collect(joining(" and "));
    return "It needs the word %s: regards approve %s --as %s"
        .formatted(whose, requirement.letter(), nearest(missing.getFirst(), free).getFirst().id());
  }

  /** Those whose word for a role would help now, nearest to it first. */
  List<StaffMember> able(Requirement requirement, Role needed, List<Word> given) {
    return nearest(needed, free(requirement, given));
  }

  private String nobody(Requirement requirement, List<Role> impossible) {
    return ("It needs the word of %s, and nobody here could give it: whoever writes or signs a"
            + " letter does not approve it, and of two words each is another person's. Add"
            + " somebody to staff.csv as %s and import it again, or change who approves in the"
            + " plan (letters, %s, approved by): regards playbook show")
        .formatted(
            impossible.stream().map(Approvers::asOne).collect(joining(" and ")),
            impossible.stream().map(Role::word).collect(joining(" and ")),
            requirement.kind().word());
  }

  /** Those who could still speak for a role, nearest to it first. */
  private List<StaffMember> nearest(Role needed, List<StaffMember> free) {
    return free.stream()
        .filter(member -> standsFor(member.role(), needed))
        .sorted(
            Comparator.comparingInt((StaffMember member) -> steps(needed, member.role()))
                .thenComparing(StaffMember::id))
        .toList();
  }

  private int steps(Role from, Role to) {
    int steps = 0;
    for (Role next = from; next != null && next != to; next = above.get(next)) {
      steps++;
    }
    return steps;
  }

  private String names(Role needed, List<StaffMember> free) {
    List<StaffMember> all = nearest(needed, free);
    List<StaffMember> own = all.stream().filter(member -> member.role() == needed).toList();
    List<StaffMember> shown = own.isEmpty() ? all.subList(0, 1) : own;
    String names =
        shown.stream()
            .limit(MOST_NAMES)
            .map(member -> "%s, %s".formatted(member.name(), member.id()))
            .collect(joining("; "));
    return shown.size() > MOST_NAMES ? names + "; …" : names;
  }

  private List<StaffMember> free(Requirement requirement, List<Word> given) {
    return playbook.staff().stream()
        .filter(member -> !requirement.isOf(member.id()))
        .filter(member -> given.stream().noneMatch(word -> word.by().equals(member.id())))
        .toList();
  }

  private static List<Role> roles(List<Word> given) {
    return given.stream().map(Word::role).toList();
  }

  /** For example {@code a supervisor}. */
  static String asOne(Role role) {
    return switch (role) {
      case AGENT -> "an agent";
      case SUPERVISOR -> "a supervisor";
      case MANAGER -> "a manager";
      case COUNSEL -> "counsel";
      case OWNER -> "the owner";
    };
  }
}
