package org.regards.hold;

import static org.regards.playbook.Role.COUNSEL;
import static org.regards.playbook.Role.MANAGER;
import static org.regards.playbook.Role.OWNER;
import static org.regards.playbook.Role.SUPERVISOR;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regards.playbook.Role;

/** Why nothing is written to somebody. */
public enum HoldKind {
  /** Ends by itself after its last day. */
  PAUSE(
      "a pause of our correspondence",
      Set.of(Role.values()),
      Set.of(SUPERVISOR, MANAGER, OWNER),
      Set.of(MANAGER, OWNER, COUNSEL)),
  /** After a threat, until people have decided. Anybody who sees one may set it, at once. */
  STOP(
      "everything is stopped until people have decided",
      Set.of(Role.values()),
      Set.of(MANAGER, OWNER, COUNSEL),
      Set.of(MANAGER, OWNER, COUNSEL)),
  /** While a dispute may go to court; what is on record is kept. Counsel's, or the owner's. */
  LEGAL(
      "a legal hold",
      Set.of(SUPERVISOR, MANAGER, OWNER, COUNSEL),
      Set.of(COUNSEL, OWNER),
      Set.of(COUNSEL, OWNER)),
  /** The customer's own wish. */
  DO_NOT_CONTACT(
      "the customer asked not to be written to",
      Set.of(Role.values()),
      Set.of(SUPERVISOR, MANAGER, OWNER),
      Set.of(MANAGER, OWNER, COUNSEL)),
  /** We do no more business with them. */
  DECLINED(
      "we decline service",
      Set.of(MANAGER, OWNER),
      Set.of(MANAGER, OWNER),
      Set.of(MANAGER, OWNER, COUNSEL));

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // always made by Set.of
  private final Set<Role> setters;

  @SuppressWarnings("ImmutableEnumChecker") // always made by Set.of
  private final Set<Role> releasers;

  @SuppressWarnings("ImmutableEnumChecker") // always made by Set.of
  private final Set<Role> passers;

  HoldKind(String words, Set<Role> setters, Set<Role> releasers, Set<Role> passers) {
    this.words = words;
    this.setters = setters;
    this.releasers = releasers;
    this.passers = passers;
  }

  /** What it is, in a few words. */
  public String words() {
    return words;
  }

  /** Who may set one. */
  public Set<Role> setters() {
    return setters;
  }

  /** Who may lift one, unless it names fewer itself. */
  public Set<Role> releasers() {
    return releasers;
  }

  /** Who may let one letter go in spite of it. */
  public Set<Role> passers() {
    return passers;
  }

  /** The word on the command line and in the store, for example {@code do-not-contact}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<HoldKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static String allWords() {
    return Arrays.stream(values()).map(HoldKind::word).collect(Collectors.joining(", "));
  }
}
