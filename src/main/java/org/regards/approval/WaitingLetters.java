package org.regards.approval;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.letter.Drafts;
import org.regards.letter.LetterAuthors;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.letter.RestsOn;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.store.Database;

/** Tells which letters wait for whose word, and what was said of a letter. */
public final class WaitingLetters {
  private static final int GROUP = 500;

  private final Database database;
  private final InstantSource clock;

  public WaitingLetters(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All letters that wait for somebody's word, or those of a type, in the order of their ids. */
  public void forEach(@Nullable LetterType type, Consumer<Waiting> told) {
    long after = 0;
    while (true) {
      long seen = after;
      List<LetterId> group =
          database.read(handle -> new ApprovalDao(handle).waiting(type, seen, GROUP));
      if (group.isEmpty()) {
        return;
      }
      of(group).forEach(told);
      after = group.getLast().number();
    }
  }

  /** Those of the letters that there are; at most 1,000 at once. */
  public List<Waiting> of(List<LetterId> ids) {
    Instant now = clock.instant();
    return database.read(handle -> of(handle, ids, now));
  }

  /** All that was ever said of a letter, oldest first. */
  public List<Word> said(LetterId id) {
    return database.read(handle -> new ApprovalDao(handle).all(id));
  }

  private static List<Waiting> of(Handle handle, List<LetterId> ids, Instant now) {
    List<StoredLetter> letters = Drafts.load(handle, ids);
    if (letters.isEmpty()) {
      return List.of();
    }
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Playbook playbook = Playbooks.load(handle);
    Approvers approvers = new Approvers(playbook, day);
    Trained trained = new Trained(playbook, day);
    Map<LetterId, List<Word>> words = new ApprovalDao(handle).counting(ids);
    Map<LetterId, Set<StaffId>> authors = LetterAuthors.of(handle, ids);
    Map<CustomerId, Dossier> histories =
        Dossiers.load(handle, letters.stream().map(WaitingLetters::customer).toList(), now).stream()
            .collect(toMap(dossier -> dossier.customer().id(), dossier -> dossier));
    List<Waiting> waiting = new ArrayList<>();
    for (StoredLetter letter : letters) {
      Dossier dossier = Objects.requireNonNull(histories.get(customer(letter)));
      Requirement requirement =
          approvers.of(letter, dossier, authors.getOrDefault(letter.id(), Set.of()));
      String digest = LetterDigest.of(letter.letter());
      List<Word> given = requirement.standing(words.getOrDefault(letter.id(), List.of()), digest);
      List<Role> missing = approvers.missing(requirement, given);
      List<RestsOn> restsOn =
          trained.basis(letter.letter().head(), RestsOn.of(letter.letter()), dossier::caseFile);
      List<StaffMember> able =
          missing.stream()
              .flatMap(role -> approvers.able(requirement, role, given).stream())
              .filter(member -> trained.refusal(letter.id(), restsOn, member).isEmpty())
              .distinct()
              .toList();
      waiting.add(
          new Waiting(
              letter,
              digest,
              requirement,
              given,
              missing,
              able,
              missing.isEmpty() ? "" : approvers.wanted(requirement, given)));
    }
    return waiting;
  }

  private static CustomerId customer(StoredLetter letter) {
    return letter.letter().head().recipient().customer();
  }
}
