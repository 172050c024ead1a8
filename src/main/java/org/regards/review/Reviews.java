package org.regards.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.PolicyId;
import org.regards.letter.Drafts;
import org.regards.letter.Letter;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Business;
import org.regards.playbook.Plan;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.review.ReviewedLetter.Read;
import org.regards.store.Database;

/** Holds stored letters against the rules, with the records as they stand now. */
public final class Reviews {
  private static final int BATCH = 500;
  private static final int RECENT_LETTERS = 20;
  private static final int RECENT_PRECEDENTS = 50;
  private static final int PRECEDENT_MONTHS = 24;

  private final Database database;
  private final Drafts drafts;
  private final Dossiers dossiers;
  private final Playbooks playbooks;
  private final Business business;
  private final WordGiven given;

  public Reviews(
      Database database,
      Drafts drafts,
      Dossiers dossiers,
      Playbooks playbooks,
      Business business,
      WordGiven given) {
    this.database = database;
    this.drafts = drafts;
    this.dossiers = dossiers;
    this.playbooks = playbooks;
    this.business = business;
    this.given = given;
  }

  /**
   * Reviews one letter.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none
   */
  public Review of(LetterId letter, Instant now) {
    return of(List.of(drafts.get(letter)), now).getFirst();
  }

  /** Reviews letters, in their order; at most 1,000 at once. */
  public List<Review> of(List<StoredLetter> letters, Instant now) {
    return new Desk(playbooks.load(), now).review(letters);
  }

  /** Reviews every draft and every letter in review, in the order of their ids, in flat memory. */
  public void ofAll(Instant now, Consumer<Review> hears) {
    Desk desk = new Desk(playbooks.load(), now);
    LetterId last = null;
    while (true) {
      List<LetterId> ids = drafts.unfinished(last, BATCH);
      if (ids.isEmpty()) {
        return;
      }
      desk.review(drafts.load(ids)).forEach(hears);
      last = ids.getLast();
    }
  }

  /** Holds a letter that is in no store against the rules. */
  public List<Finding> review(Letter letter, Dossier dossier, Playbook playbook) {
    return new Reviewer(playbook.plan(dossier.today()).words(), business)
        .review(letter, dossier, playbook);
  }

  /** One playbook and one moment, and what was looked up for the letters before. */
  private final class Desk {
    private final Playbook playbook;
    private final Instant now;
    private final IdentityHashMap<Plan, Reviewer> reviewers = new IdentityHashMap<>();
    private final Map<PolicyId, List<Precedent>> precedents = new HashMap<>();
    private final Map<LetterId, Likeness> likenesses = new HashMap<>();

    Desk(Playbook playbook, Instant now) {
      this.playbook = playbook;
      this.now = now;
    }

    List<Review> review(List<StoredLetter> letters) {
      Map<CustomerId, Dossier> byCustomer =
          dossiers.load(letters.stream().map(Reviews::customer).toList(), now).stream()
              .collect(Collectors.toMap(dossier -> dossier.customer().id(), Function.identity()));
      List<Supplier<Review>> laidOut = new ArrayList<>(letters.size());
      for (Opened letter : letters.parallelStream().map(Opened::of).toList()) {
        laidOut.add(
            layOut(letter, Objects.requireNonNull(byCustomer.get(customer(letter.stored())))));
      }
      return laidOut.parallelStream().map(Supplier::get).toList();
    }

    /** Looks up what the letter is held against; reading it is work for any thread. */
    private Supplier<Review> layOut(Opened letter, Dossier dossier) {
      StoredLetter stored = letter.stored();
      String digest = letter.digest();
      Surroundings surroundings =
          new Surroundings(
              stored.id(),
              stored.author(),
              stored.writtenAt(),
              given.on(stored.id(), digest),
              precedents(stored.letter().head().caseId(), dossier),
              recent(letter));
      Reviewer reviewer =
          reviewers.computeIfAbsent(
              playbook.plan(dossier.today()), plan -> new Reviewer(plan.words(), business));
      return () ->
          new Review(
              stored.id(),
              digest,
              reviewer.review(
                  new ReviewedLetter(
                      stored.letter(), dossier, playbook, surroundings, letter.passages())));
    }

    private List<Precedent> precedents(@Nullable CaseId caseId, Dossier dossier) {
      PolicyId policy =
          caseId == null ? null : dossier.caseFile(caseId).map(CaseFile::policy).orElse(null);
      return policy == null
          ? List.of()
          : precedents.computeIfAbsent(
              policy,
              id ->
                  database.read(
                      handle ->
                          new ReviewDao(handle)
                              .precedents(
                                  id,
                                  dossier.today().minusMonths(PRECEDENT_MONTHS),
                                  dossier.today(),
                                  RECENT_PRECEDENTS)));
    }

    /** Each letter is taken apart once, however many come after it. */
    private List<Likeness> recent(Opened opened) {
      StoredLetter stored = opened.stored();
      LetterHead head = stored.letter().head();
      if (!Rule.FACT_3.isFor(head.type())) {
        return List.of();
      }
      List<LetterId> before =
          database.read(handle -> new ReviewDao(handle).before(stored.id(), head, RECENT_LETTERS));
      List<LetterId> unread = before.stream().filter(id -> !likenesses.containsKey(id)).toList();
      if (likenesses.size() > 4 * BATCH) {
        likenesses.keySet().retainAll(before);
      }
      drafts.load(unread).forEach(letter -> likenesses.put(letter.id(), Likeness.of(letter)));
      likenesses.put(stored.id(), opened.likeness());
      return before.stream().map(likenesses::get).filter(Objects::nonNull).toList();
    }
  }

  /** A letter taken apart, which needs nothing but the letter. */
  private record Opened(
      StoredLetter stored, String digest, List<Read> passages, Likeness likeness) {
    static Opened of(StoredLetter stored) {
      List<Read> passages = Read.all(stored.letter());
      return new Opened(
          stored, LetterDigest.of(stored.letter()), passages, Likeness.of(stored.id(), passages));
    }
  }

  private static CustomerId customer(StoredLetter letter) {
    return letter.letter().head().recipient().customer();
  }
}
