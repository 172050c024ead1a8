package org.regards.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.regards.customer.StaffId;
import org.regards.history.CaseDao;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.letter.Letter;
import org.regards.letter.LetterAuthors;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.RestsOn;
import org.regards.letter.StampedLetter;
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
    Map<LetterId, StampedLetter> letters = StampedLetter.of(handle, List.of(id));
    StampedLetter found = letters.get(id);
    if (found == null) {
      return Optional.of(gone(id));
    }
    if (!found.stamp().digest().equals(LetterDigest.of(letter))) {
      return Optional.of("it was changed a moment ago; read it again: regards letter " + id);
    }
    return Optional.ofNullable(withheld(handle, letters, by, now).get(id));
  }

  /** Why some of these letters must not go; those that may are not in it. */
  public static Map<LetterId, String> withheld(
      Handle handle, Collection<LetterId> ids, Actor by, Instant now) {
    Map<LetterId, StampedLetter> letters = StampedLetter.of(handle, ids);
    Map<LetterId, String> reasons = new HashMap<>(withheld(handle, letters, by, now));
    missing(ids, letters).forEach(id -> reasons.put(id, gone(id)));
    return reasons;
  }

  /**
   * As above, of letters that the caller's transaction has read.
   *
   * @param letters as {@link StampedLetter#of} gave them
   */
  public static Map<LetterId, String> withheld(
      Handle handle, Map<LetterId, StampedLetter> letters, Actor by, Instant now) {
    Clearance clearance = new Clearance(handle, now);
    clearance.look(letters);
    clearance.askFor(by, letters);
    return clearance.reasons;
  }

  /** As above, of letters that somebody let go before: they wait for the printer. */
  public static Map<LetterId, String> withheld(
      Handle handle, Collection<LetterId> ids, Instant now) {
    Map<LetterId, StampedLetter> letters = StampedLetter.of(handle, ids);
    Map<LetterId, String> reasons = new HashMap<>(withheld(handle, letters, now));
    missing(ids, letters).forEach(id -> reasons.put(id, gone(id)));
    return reasons;
  }

  /**
   * As above, of letters that the caller's transaction has read.
   *
   * @param letters as {@link StampedLetter#of} gave them
   */
  public static Map<LetterId, String> withheld(
      Handle handle, Map<LetterId, StampedLetter> letters, Instant now) {
    Clearance clearance = new Clearance(handle, now);
    clearance.look(letters);
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

  private static List<LetterId> missing(
      Collection<LetterId> ids, Map<LetterId, StampedLetter> letters) {
    return ids.stream().filter(id -> !letters.containsKey(id)).toList();
  }

  private static String gone(LetterId id) {
    return "there is no letter %s in the store, so nobody has approved it.".formatted(id);
  }

  private void look(Map<LetterId, StampedLetter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    List<LetterStamp> stamps = letters.values().stream().map(StampedLetter::stamp).toList();
    Map<LetterId, List<Word>> words =
        new ApprovalDao(handle).counting(stamps.stream().map(LetterStamp::id).toList());
    weigh(letters, words);
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

  /**
   * Whether what was said is still enough: what a letter needs is worked out anew, from the plan
   * and the records as they stand now.
   */
  private void weigh(Map<LetterId, StampedLetter> letters, Map<LetterId, List<Word>> words) {
    Approvers approvers = new Approvers(playbook(), day);
    Map<CustomerId, Dossier> dossiers =
        Dossiers.load(handle, letters.values().stream().map(Clearance::customer).toList(), now)
            .stream()
            .collect(Collectors.toMap(dossier -> dossier.customer().id(), Function.identity()));
    Map<LetterId, Set<StaffId>> authors = LetterAuthors.of(handle, letters.keySet());
    for (StampedLetter letter : letters.values()) {
      LetterStamp stamp = letter.stamp();
      Dossier dossier = dossiers.get(customer(letter));
      if (dossier == null) {
        reasons.put(
            stamp.id(),
            "nothing is known of its customer %s, so nobody can say whose word it needs; import them again: regards import"
                .formatted(stamp.head().recipient().customer()));
        continue;
      }
      Requirement requirement =
          approvers.of(letter.stored(), dossier, authors.getOrDefault(stamp.id(), Set.of()));
      List<Word> all = words.getOrDefault(stamp.id(), List.of());
      List<Word> standing = requirement.standing(all, stamp.digest());
      if (!approvers.missing(requirement, standing).isEmpty()) {
        reasons.put(
            stamp.id(),
            opening(requirement, stamp, all) + " " + approvers.wanted(requirement, standing));
      } else if (!APPROVED.contains(stamp.state())) {
        reasons.put(
            stamp.id(),
            "it is %s and not approved; read it again: regards approvals %s"
                .formatted(stamp.state().word(), stamp.id()));
      }
    }
  }

  private static CustomerId customer(StampedLetter letter) {
    return letter.stamp().head().recipient().customer();
  }

  /** What has become of the words that were said: a whole sentence. */
  private static String opening(Requirement requirement, LetterStamp stamp, List<Word> all) {
    List<Word> said = all.stream().filter(word -> word.digest().equals(stamp.digest())).toList();
    if (said.isEmpty()) {
      return all.isEmpty() ? "nobody has approved it." : "it was changed after it was approved.";
    }
    Newer newest = requirement.newest();
    if (newest != null && said.stream().anyMatch(requirement::isOvertaken)) {
      return "since it was approved, %s. Read that, and change the letter where it must answer it: regards edit %s --to FILE."
          .formatted(newest.words(), stamp.id());
    }
    if (said.stream().noneMatch(Word::completes)) {
      return "it is not approved yet.";
    }
    return "since it was approved, the plan or the records have come to ask for other words.";
  }

  /** Whether whoever would let these go is trained on what they rest on. */
  private void askFor(Actor by, Map<LetterId, StampedLetter> letters) {
    Set<LetterId> open = new HashSet<>(reasons.keySet());
    List<LetterStamp> resting =
        letters.values().stream()
            .map(StampedLetter::stamp)
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
