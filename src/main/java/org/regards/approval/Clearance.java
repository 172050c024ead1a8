package org.regards.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.history.CaseDao;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.letter.Drafts;
import org.regards.letter.Letter;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.RestsOn;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.StaffMember;

/**
 * Which letters have every word that they need; asked in the transaction that would let them go, by
 * whatever channel.
 */
public final class Clearance {
  private static final Set<LetterState> APPROVED =
      Set.of(LetterState.APPROVED, LetterState.QUEUED, LetterState.DONE);

  private final Handle handle;
  private final Instant now;
  private final LocalDate day;
  private final Map<LetterId, String> reasons = new HashMap<>();
  private @Nullable Playbook playbook;

  private Clearance(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
    this.day = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /**
   * Why a letter must not go, in words that say what to do; empty when it may.
   *
   * @param letter as it would go: also when it has been changed since it was read
   * @param by who would let it go
   */
  public static Optional<String> withheld(
      Handle handle, LetterId id, Letter letter, Actor by, Instant now) {
    Map<LetterId, LetterStamp> stamps = LetterStamp.of(handle, List.of(id));
    LetterStamp stamp = stamps.get(id);
    if (stamp != null && !stamp.digest().equals(LetterDigest.of(letter))) {
      return Optional.of("it was changed a moment ago; read it again: regards letter " + id);
    }
    Clearance clearance = new Clearance(handle, now);
    clearance.look(stamps.values());
    clearance.askFor(by, stamps.values());
    return Optional.ofNullable(clearance.reasons.get(id));
  }

  /** Why some of these letters must not go; those that may are not in it. */
  public static Map<LetterId, String> withheld(
      Handle handle, Collection<LetterId> ids, Actor by, Instant now) {
    Collection<LetterStamp> stamps = LetterStamp.of(handle, ids).values();
    Clearance clearance = new Clearance(handle, now);
    clearance.look(stamps);
    clearance.askFor(by, stamps);
    return clearance.reasons;
  }

  /** As above, of letters that somebody let go before: they wait for the printer. */
  public static Map<LetterId, String> withheld(
      Handle handle, Collection<LetterId> ids, Instant now) {
    Clearance clearance = new Clearance(handle, now);
    clearance.look(LetterStamp.of(handle, ids).values());
    return clearance.reasons;
  }

  /** Whether a letter has every word that it needs, for the text that it has now. */
  public static boolean isApproved(Handle handle, LetterId id) {
    return Optional.ofNullable(LetterStamp.of(handle, List.of(id)).get(id))
        .filter(
            stamp ->
                new ApprovalDao(handle)
                    .counting(List.of(id)).getOrDefault(id, List.of()).stream()
                        .anyMatch(word -> completes(word, stamp)))
        .isPresent();
  }

  private void look(Collection<LetterStamp> stamps) {
    if (stamps.isEmpty()) {
      return;
    }
    Map<LetterId, List<Word>> words =
        new ApprovalDao(handle).counting(stamps.stream().map(LetterStamp::id).toList());
    List<LetterStamp> unapproved = new ArrayList<>();
    for (LetterStamp stamp : stamps) {
      boolean approved =
          APPROVED.contains(stamp.state())
              && words.getOrDefault(stamp.id(), List.of()).stream()
                  .anyMatch(word -> completes(word, stamp));
      if (!approved) {
        unapproved.add(stamp);
      }
    }
    explain(unapproved, words);
    new OpenMatters(handle, now, this::playbook).closed(stamps).forEach(reasons::putIfAbsent);
    new HandOverDao(handle)
        .last(stamps.stream().map(LetterStamp::id).toList()).values().stream()
            .filter(over -> now.isBefore(over.notBefore()))
            .forEach(over -> reasons.putIfAbsent(over.letter(), tooEarly(over)));
    new CounselGate(handle, now, this::playbook)
        .closed(stamps, words)
        .forEach((stamp, reason) -> reasons.put(stamp.id(), reason));
  }

  private static String tooEarly(HandOver over) {
    return "it was handed over from %s to %s and goes not before %s; sleep on it."
        .formatted(over.from(), over.to(), Moments.moment(over.notBefore()));
  }

  private static boolean completes(Word word, LetterStamp stamp) {
    return word.completes() && word.digest().equals(stamp.digest());
  }

  private void explain(List<LetterStamp> unapproved, Map<LetterId, List<Word>> words) {
    if (unapproved.isEmpty()) {
      return;
    }
    Approvers approvers = new Approvers(playbook(), day);
    Map<CustomerId, Dossier> dossiers =
        Dossiers.load(
                handle,
                unapproved.stream().map(stamp -> stamp.head().recipient().customer()).toList(),
                now)
            .stream()
            .collect(Collectors.toMap(dossier -> dossier.customer().id(), Function.identity()));
    for (LetterStamp stamp : unapproved) {
      List<Word> all = words.getOrDefault(stamp.id(), List.of());
      List<Word> given = all.stream().filter(word -> word.digest().equals(stamp.digest())).toList();
      StoredLetter letter = Drafts.load(handle, List.of(stamp.id())).getFirst();
      Dossier dossier = dossiers.get(stamp.head().recipient().customer());
      if (dossier != null) {
        String opening =
            given.isEmpty() && !all.isEmpty()
                ? "it was changed after it was approved."
                : given.isEmpty() ? "nobody has approved it." : "it is not approved yet.";
        reasons.put(
            stamp.id(), opening + " " + approvers.wanted(approvers.of(letter, dossier), given));
      }
    }
  }

  /** Whether whoever would let these go is trained on what they rest on. */
  private void askFor(Actor by, Collection<LetterStamp> stamps) {
    Set<LetterId> open = new HashSet<>(reasons.keySet());
    List<LetterStamp> resting =
        stamps.stream()
            .filter(stamp -> !open.contains(stamp.id()))
            .filter(stamp -> stamp.head().caseId() != null || !stamp.restsOn().isEmpty())
            .toList();
    if (resting.isEmpty()) {
      return;
    }
    Trained trained = new Trained(playbook(), day);
    StaffMember who = by.staff().flatMap(playbook()::member).orElse(null);
    Map<CaseId, CaseFile> cases =
        new CaseDao(handle)
                .find(
                    resting.stream()
                        .flatMap(stamp -> Stream.ofNullable(stamp.head().caseId()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(CaseFile::id, Function.identity()));
    for (LetterStamp stamp : resting) {
      List<RestsOn> basis =
          trained.basis(stamp.head(), stamp.restsOn(), id -> Optional.ofNullable(cases.get(id)));
      trained.refusal(stamp.id(), basis, who).ifPresent(reason -> reasons.put(stamp.id(), reason));
    }
  }

  private Playbook playbook() {
    if (playbook == null) {
      playbook = Playbooks.load(handle);
    }
    return playbook;
  }
}
