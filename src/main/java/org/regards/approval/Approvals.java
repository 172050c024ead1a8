package org.regards.approval;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.letter.Drafts;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import org.regards.review.Review;
import org.regards.store.Database;
import org.regards.triage.ValueCard;

/**
 * The verbs of those who read letters before they go: yes and no. Each letter is held against the
 * rules first, and a yes is one to exactly the text that was read.
 */
public final class Approvals {
  private static final int GROUP = 500;

  private final Database database;
  private final Drafts drafts;
  private final Dossiers dossiers;
  private final Playbooks playbooks;
  private final LetterReview review;
  private final InstantSource clock;

  public Approvals(
      Database database,
      Drafts drafts,
      Dossiers dossiers,
      Playbooks playbooks,
      LetterReview review,
      InstantSource clock) {
    this.database = database;
    this.drafts = drafts;
    this.dossiers = dossiers;
    this.playbooks = playbooks;
    this.review = review;
    this.clock = clock;
  }

  /**
   * Says yes to letters, each judged by itself, and tells of each. Works in groups, each a
   * transaction of its own.
   *
   * @throws org.regards.letter.UnknownLetterException when there is no letter of one of the ids;
   *     none is approved then
   * @throws UnknownStaffException when nobody here has the id
   */
  public void approve(List<LetterId> ids, Approving word, Consumer<ApprovalOutcome> told) {
    ids.forEach(drafts::get);
    Playbook playbook = playbooks.load();
    for (int from = 0; from < ids.size(); from += GROUP) {
      approveGroup(ids.subList(from, Math.min(ids.size(), from + GROUP)), word, playbook)
          .forEach(told);
    }
  }

  /**
   * The same of all letters that wait for somebody's word, or of those of a type.
   *
   * @throws UnknownStaffException when nobody here has the id
   */
  public void approveAll(
      @Nullable LetterType type, Approving word, Consumer<ApprovalOutcome> told) {
    Playbook playbook = playbooks.load();
    long after = 0;
    while (true) {
      long seen = after;
      List<LetterId> group =
          database.read(handle -> new ApprovalDao(handle).waiting(type, seen, GROUP));
      if (group.isEmpty()) {
        return;
      }
      approveGroup(group, word, playbook).forEach(told);
      after = group.getLast().number();
    }
  }

  /**
   * Says no to a letter: it is a draft again, and what others said of it counts no more.
   *
   * @throws org.regards.letter.UnknownLetterException when there is no such letter
   * @throws UnknownStaffException when nobody here has the id
   */
  public ApprovalOutcome decline(LetterId id, StaffId by, String because) {
    StoredLetter letter = drafts.get(id);
    StaffMember who = playbooks.load().required(by);
    Instant now = clock.instant();
    return database.write(
        handle -> {
          ApprovalDao approvals = new ApprovalDao(handle);
          long number = approvals.take(1);
          LetterStamp.lock(handle, List.of(id));
          LetterStamp stamp = LetterStamp.of(handle, List.of(id)).get(id);
          String hindrance = stamp == null ? "it is gone." : undeclinable(stamp);
          if (stamp == null || !hindrance.isEmpty()) {
            return new ApprovalOutcome.Refused(id, hindrance);
          }
          approvals.insert(
              number,
              List.of(
                  new Word(
                      id,
                      stamp.digest(),
                      Verdict.DECLINED,
                      by,
                      who.role(),
                      false,
                      because,
                      List.of(),
                      now)));
          LetterStamp.move(handle, List.of(id), LetterState.DRAFT);
          AuditTrail.add(handle, now, deed(letter, by, Act.DECLINED, because));
          return new ApprovalOutcome.Declined(id);
        });
  }

  /**
   * Both sides of the customer of a letter, for whoever is about to say yes.
   *
   * @throws org.regards.letter.UnknownLetterException when there is no such letter
   */
  public CustomerAccount account(LetterId id) {
    CustomerId customer = customer(drafts.get(id));
    Instant now = clock.instant();
    Playbook playbook = playbooks.load();
    ValueCard card = ValueCard.of(drafts.dossier(customer, now), playbook);
    return new CustomerAccount(
        customer,
        card,
        database
            .read(
                handle ->
                    new ExceptionDao(handle)
                        .of(List.of(customer))
                        .getOrDefault(customer, List.of()))
            .stream()
            .filter(line -> !Moments.dayOf(line.at()).isBefore(card.from()))
            .toList());
  }

  private static String undeclinable(LetterStamp stamp) {
    return switch (stamp.state()) {
      case DRAFT, IN_REVIEW, APPROVED -> "";
      case QUEUED ->
          "it is on its way; take it out of the queue first: regards queue --cancel " + stamp.id();
      case DONE -> "it has left already.";
      case CANCELLED -> "it was cancelled.";
    };
  }

  private List<ApprovalOutcome> approveGroup(
      List<LetterId> ids, Approving word, Playbook playbook) {
    Instant now = clock.instant();
    List<StoredLetter> letters = drafts.load(ids);
    Map<CustomerId, Dossier> histories =
        dossiers.load(letters.stream().map(Approvals::customer).toList(), now).stream()
            .collect(toMap(dossier -> dossier.customer().id(), dossier -> dossier));
    Reading reading = new Reading(playbook, playbook.required(word.by()), word, now);
    Map<LetterId, ApprovalOutcome> outcomes = new HashMap<>();
    Allowances allowances = database.read(handle -> Allowances.read(handle, letters));
    List<Read> passed = new ArrayList<>();
    List<Review> reviews = review.of(letters, now);
    for (int at = 0; at < letters.size(); at++) {
      StoredLetter letter = letters.get(at);
      Dossier dossier = Objects.requireNonNull(histories.get(customer(letter)));
      switch (reading.read(letter, dossier, reviews.get(at), allowances)) {
        case Reading.Result.Passed read -> passed.add(read.letter());
        case Reading.Result.Stopped stopped -> outcomes.put(letter.id(), stopped.outcome());
      }
    }
    if (!passed.isEmpty()) {
      outcomes.putAll(database.write(handle -> keep(handle, passed, reading)));
    }
    return letters.stream()
        .flatMap(letter -> Stream.ofNullable(outcomes.get(letter.id())))
        .toList();
  }

  /** Adds the words to those that others have said in between, of the letters as they stand now. */
  private static Map<LetterId, ApprovalOutcome> keep(
      Handle handle, List<Read> letters, Reading reading) {
    List<LetterId> ids = letters.stream().map(Read::id).toList();
    ApprovalDao approvals = new ApprovalDao(handle);
    long number = approvals.take(letters.size());
    LetterStamp.lock(handle, ids);
    Map<LetterId, LetterStamp> stamps = LetterStamp.of(handle, ids);
    Map<LetterId, List<Word>> given = approvals.counting(ids);
    Map<LetterId, String> open =
        new OpenMatters(handle, reading.now(), reading::playbook).closed(stamps.values());
    Map<LetterId, ApprovalOutcome> outcomes = new HashMap<>();
    List<Word> words = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    List<LetterId> complete = new ArrayList<>();
    List<LetterId> begun = new ArrayList<>();
    for (Read letter : letters) {
      LetterStamp stamp = stamps.get(letter.id());
      if (stamp == null || !stamp.digest().equals(letter.digest())) {
        outcomes.put(letter.id(), Reading.changed(letter.id()));
        continue;
      }
      if (open.containsKey(letter.id())) {
        outcomes.put(
            letter.id(),
            new ApprovalOutcome.Refused(letter.id(), open.getOrDefault(letter.id(), "")));
        continue;
      }
      switch (reading.weigh(letter, stamp, given.getOrDefault(letter.id(), List.of()))) {
        case Reading.Weight.Counts(Word word, ApprovalOutcome outcome) -> {
          words.add(word);
          (word.completes() ? complete : begun).add(letter.id());
          outcomes.put(letter.id(), outcome);
          deeds.add(deed(letter.letter(), word.by(), Act.APPROVED, word.because()));
        }
        case Reading.Weight.DoesNot(ApprovalOutcome outcome) -> outcomes.put(letter.id(), outcome);
      }
    }
    if (!words.isEmpty()) {
      approvals.insert(number, words);
      LetterStamp.move(handle, complete, LetterState.APPROVED);
      LetterStamp.move(handle, begun, LetterState.IN_REVIEW);
      AuditTrail.add(handle, reading.now(), deeds);
    }
    return outcomes;
  }

  private static CustomerId customer(StoredLetter letter) {
    return letter.letter().head().recipient().customer();
  }

  private static Deed deed(StoredLetter letter, StaffId by, Act act, String because) {
    return new Deed(Actor.of(by), act, letter.id().record(), customer(letter), because);
  }
}
