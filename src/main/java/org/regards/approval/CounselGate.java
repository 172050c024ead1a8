package org.regards.approval;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.letter.LetterAuthors;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;

/**
 * Counsel's no stands against a letter until they say yes to the same; where a lawsuit is
 * announced, nothing goes before they have. Counsel's approval of a letter is a yes to it.
 */
final class CounselGate {
  private final Handle handle;
  private final Instant now;
  private final Supplier<Playbook> playbook;

  CounselGate(Handle handle, Instant now, Supplier<Playbook> playbook) {
    this.handle = handle;
    this.now = now;
    this.playbook = playbook;
  }

  /** Why a letter must not go for counsel's sake; empty when it may. */
  static Optional<String> refusal(
      LetterStamp stamp, List<CounselWord> said, Optional<Interaction> threat, Playbook playbook) {
    CounselStand stand = CounselStand.of(said, stamp.id(), stamp.digest());
    if (stand.denial().isPresent()) {
      CounselWord no = stand.denial().get();
      return Optional.of(
          "%s said no to %s on %s: “%s” Only counsel lifts that: regards counsel %s allow --because REASON --as %s"
              .formatted(
                  playbook.member(no.by()).map(StaffMember::name).orElse(no.by().value()),
                  no.letter() == null ? "every letter to " + no.customer() : stamp.id(),
                  Moments.day(no.at()),
                  no.because(),
                  no.letter() == null ? no.customer() : stamp.id(),
                  no.by()));
    }
    return threat
        .filter(
            contact -> stand.release().filter(yes -> !yes.at().isBefore(contact.at())).isEmpty())
        .map(
            contact ->
                "%s announced a lawsuit (%s), and no letter goes before counsel has released it: regards counsel %s allow --because REASON --as %s"
                    .formatted(
                        contact.customer(),
                        contact.id(),
                        stamp.id(),
                        playbook
                            .first(Role.COUNSEL)
                            .map(member -> member.id().value())
                            .orElse("COUNSEL")));
  }

  /** Adds why letters must not go to those that have no reason yet. */
  Map<LetterStamp, String> closed(Collection<LetterStamp> stamps, Map<LetterId, List<Word>> words) {
    Map<LetterStamp, String> reasons = new HashMap<>();
    if (stamps.isEmpty()) {
      return reasons;
    }
    List<CustomerId> customers = stamps.stream().map(CounselGate::customer).toList();
    CounselDao counsel = new CounselDao(handle);
    Map<CustomerId, List<CounselWord>> said = counsel.of(customers);
    Set<CustomerId> threatened = counsel.everThreatened(customers);
    if (said.isEmpty() && threatened.isEmpty()) {
      return reasons;
    }
    Map<CustomerId, Dossier> histories =
        Dossiers.load(handle, threatened, now).stream()
            .collect(toMap(dossier -> dossier.customer().id(), dossier -> dossier));
    Map<LetterId, Set<StaffId>> authors =
        LetterAuthors.of(handle, stamps.stream().map(LetterStamp::id).toList());
    for (LetterStamp stamp : stamps) {
      Dossier dossier = histories.get(customer(stamp));
      Optional<Interaction> threat =
          dossier == null ? Optional.empty() : openThreat(dossier, playbook.get());
      refusal(
              stamp,
              withApprovals(
                  stamp,
                  said.getOrDefault(customer(stamp), List.of()).stream()
                      .filter(word -> !word.allowed() || !isOwn(stamp, word, authors))
                      .toList(),
                  words.getOrDefault(stamp.id(), List.of())),
              threat,
              playbook.get())
          .ifPresent(reason -> reasons.put(stamp, reason));
    }
    return reasons;
  }

  /** Whether whoever lets every letter to a customer go had a hand in this one. */
  private static boolean isOwn(
      LetterStamp stamp, CounselWord word, Map<LetterId, Set<StaffId>> authors) {
    return word.by().equals(stamp.head().signatory().staff())
        || word.by().equals(stamp.author())
        || authors.getOrDefault(stamp.id(), Set.of()).contains(word.by());
  }

  /** The last announcement of a lawsuit that still counts. */
  static Optional<Interaction> openThreat(Dossier dossier, Playbook playbook) {
    return Occasions.open(dossier, playbook, Tag.THREAT_LEGAL).findFirst();
  }

  static List<CounselWord> withApprovals(
      LetterStamp stamp, List<CounselWord> said, List<Word> words) {
    List<CounselWord> all = new ArrayList<>(said);
    words.stream()
        .filter(word -> word.role() == Role.COUNSEL)
        .map(
            word ->
                new CounselWord(
                    customer(stamp),
                    CounselSubject.LETTERS,
                    word.letter(),
                    word.digest(),
                    true,
                    word.by(),
                    word.because(),
                    word.at()))
        .forEach(all::add);
    all.sort(Comparator.comparing(CounselWord::at));
    return all;
  }

  private static CustomerId customer(LetterStamp stamp) {
    return stamp.head().recipient().customer();
  }
}
