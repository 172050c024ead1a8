package org.regards.letter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.outcome.AnswerDao;
import org.regards.playbook.Playbooks;
import org.regards.playbook.StaffMember;
import org.regards.store.Counter;
import org.regards.store.Database;

/** The verbs of drafts: writing them from the history into the store, and finding them again. */
public final class Drafts {
  private static final Counter NUMBERS = new Counter("letter");
  private static final int SHOWN_NEAR = 5;

  private final Database database;
  private final Dossiers dossiers;
  private final Playbooks playbooks;
  private final Supplier<Composer> composer;
  private final InstantSource clock;

  /**
   * @param composer made when the first letter is composed: reading one needs no templates
   */
  public Drafts(
      Database database,
      Dossiers dossiers,
      Playbooks playbooks,
      Supplier<Composer> composer,
      InstantSource clock) {
    this.database = database;
    this.dossiers = dossiers;
    this.playbooks = playbooks;
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * Writes one draft from the history as of a moment.
   *
   * @param by whose draft it is: they do not approve it
   * @throws UnknownCustomerException when there is no such customer
   * @throws org.regards.template.TemplateException when there is no template for it that could be
   *     run
   */
  public Drafting compose(CustomerId customer, LetterRequest request, Instant asOf, Actor by) {
    Dossier dossier = dossier(customer, asOf);
    Composition composition =
        uninvitable(request.type(), List.of(customer)).isEmpty()
            ? composer.get().compose(request, dossier, playbooks.load())
            : noMoreInvitations(customer);
    return composition instanceof Composition.Composed composed
        ? new Drafting.Drafted(store(request, List.of(composed), by).getFirst())
        : new Drafting.NotDrafted(customer, composition);
  }

  /**
   * Writes a draft for every customer whom the letter fits, on all processors, keeping them in
   * groups. A customer who has a letter of this type of the same day is passed over, so that a run
   * that was interrupted goes on where it stopped.
   *
   * @return how many were drafted, passed over and not drafted
   */
  public DraftRun.Result composeAll(
      LetterRequest request, Instant asOf, Actor by, DraftRun.Progress progress)
      throws InterruptedException {
    return new DraftRun(this, dossiers, composer.get(), playbooks.load(), request, by, progress)
        .run(asOf);
  }

  /** Which letter types fit a customer, and why the others do not. */
  public Map<LetterType, List<String>> fitting(CustomerId customer, Instant asOf) {
    return composer.get().fitting(dossier(customer, asOf), playbooks.load());
  }

  /**
   * The letter of an id.
   *
   * @throws UnknownLetterException when there is none
   */
  public StoredLetter get(LetterId id) {
    return database.read(
        handle -> {
          LetterDao letters = new LetterDao(handle);
          return letters
              .find(id)
              .orElseThrow(() -> new UnknownLetterException(id, letters.latest(SHOWN_NEAR)));
        });
  }

  /** Those of the letters that there are, in the order of the ids; at most 1,000 at once. */
  public List<StoredLetter> load(List<LetterId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.read(handle -> load(handle, ids));
  }

  /** As {@link #load(List)}, as the caller's transaction sees them. */
  public static List<StoredLetter> load(Handle handle, List<LetterId> ids) {
    Map<LetterId, StoredLetter> found =
        new LetterDao(handle)
            .find(ids).stream().collect(Collectors.toMap(StoredLetter::id, letter -> letter));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  /**
   * The dossier of a customer.
   *
   * @throws UnknownCustomerException when there is no such customer
   */
  public Dossier dossier(CustomerId customer, Instant asOf) {
    Optional<Dossier> dossier = dossiers.of(customer, asOf);
    return dossier.orElseThrow(
        () ->
            new UnknownCustomerException(
                customer,
                database.read(
                    handle -> new CustomerDao(handle).near(customer.value(), SHOWN_NEAR))));
  }

  /** Keeps letters as drafts, all or none, whatever there is already. */
  List<StoredLetter> store(LetterRequest request, List<Composition.Composed> composed, Actor by) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          long number = NUMBERS.allocate(handle, composed.size());
          return insert(handle, number, now, by, request, composed);
        });
  }

  /**
   * Keeps letters of one type as drafts, all or none, without those that a run beside this one has
   * drafted since {@link #written} was asked.
   *
   * @return those that were kept
   */
  List<StoredLetter> storeUnwritten(
      LetterRequest request, Dossier first, List<Composition.Composed> composed, Actor by) {
    if (composed.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    return database.write(
        handle -> {
          // The counter's row is locked from here on, so no other run writes between look and act.
          long number = NUMBERS.allocate(handle, composed.size());
          Set<CustomerId> written =
              new LetterDao(handle)
                  .written(
                      request.type(),
                      first.today(),
                      composed.stream().map(Drafts::recipient).toList());
          return insert(
              handle,
              number,
              now,
              by,
              request,
              composed.stream().filter(one -> !written.contains(recipient(one))).toList());
        });
  }

  /**
   * Puts other words into a draft, or a letter in review, if it still is what its editor read. It
   * is a draft again then.
   *
   * @param expectedDigest of the letter as it was read ({@link LetterDigest})
   * @throws UnknownLetterException when there is none
   */
  public Revision revise(LetterId id, String expectedDigest, Letter changed, Actor by) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          LetterDao letters = new LetterDao(handle);
          StoredLetter before = locked(handle, id);
          if (!isChangeable(before.state())) {
            return new Revision.NotADraft(id, before.state());
          }
          String digest = LetterDigest.of(before.letter());
          if (!digest.equals(expectedDigest)) {
            return new Revision.ChangedMeanwhile(id, digest);
          }
          List<String> problems = LetterEdit.problems(before.letter(), changed);
          if (!problems.isEmpty()) {
            return new Revision.Refused(id, problems);
          }
          if (LetterDigest.of(changed).equals(digest)) {
            return new Revision.Unchanged(before);
          }
          StoredLetter after =
              new StoredLetter(
                  id,
                  LetterState.DRAFT,
                  before.template(),
                  now,
                  by.staff().orElse(before.author()),
                  changed);
          letters.rewrite(after);
          by.staff().ifPresent(editor -> new LetterAuthorDao(handle).add(editor, List.of(id)));
          List<Deed> deeds = new ArrayList<>();
          deeds.add(
              new Deed(
                  by, Act.EDITED, id.record(), recipientOf(changed), LetterDigest.of(changed)));
          if (before.state() != LetterState.DRAFT) {
            deeds.add(new Deed(by, Act.VOIDED, id.record(), recipientOf(changed), digest));
          }
          AuditTrail.add(handle, now, deeds);
          return new Revision.Revised(after);
        });
  }

  /** An approved letter may be changed: it is a draft again, and nobody has approved it. */
  static boolean isChangeable(LetterState state) {
    return switch (state) {
      case DRAFT, IN_REVIEW, APPROVED -> true;
      case QUEUED, DONE, CANCELLED -> false;
    };
  }

  /**
   * A letter that nobody else changes until the caller's transaction ends.
   *
   * @throws UnknownLetterException when there is none
   */
  public static StoredLetter locked(Handle handle, LetterId id) {
    LetterDao letters = new LetterDao(handle);
    letters.lock(List.of(id));
    return letters
        .find(id)
        .orElseThrow(() -> new UnknownLetterException(id, letters.latest(SHOWN_NEAR)));
  }

  /**
   * Lets somebody else sign a letter, within the caller's transaction. It is a draft again; its
   * author is whoever wrote it or signed it before. Nothing is kept when the letter names something
   * of its signatory that they do not have.
   *
   * @param missing gets the fields that they do not have
   */
  public static void signedBy(
      Handle handle, StoredLetter before, StaffMember signatory, List<String> missing) {
    Letter letter = SignatoryChange.of(before.letter(), signatory, missing);
    if (missing.isEmpty()) {
      StaffId signed = before.letter().head().signatory().staff();
      new LetterAuthorDao(handle).add(signed, List.of(before.id()));
      StaffId author = before.author() == null ? signed : before.author();
      new LetterDao(handle)
          .resign(
              new StoredLetter(
                  before.id(),
                  LetterState.DRAFT,
                  before.template(),
                  before.writtenAt(),
                  author,
                  letter));
    }
  }

  private static CustomerId recipientOf(Letter letter) {
    return letter.head().recipient().customer();
  }

  /**
   * Drafts and letters in review, in the order of their ids.
   *
   * @param after the last one that is known already, or null
   */
  public List<LetterId> unfinished(@Nullable LetterId after, int most) {
    return database.read(handle -> new LetterDao(handle).unfinished(after, most));
  }

  private static CustomerId recipient(Composition.Composed composed) {
    return composed.letter().head().recipient().customer();
  }

  private static List<StoredLetter> insert(
      Handle handle,
      long firstNumber,
      Instant now,
      Actor by,
      LetterRequest request,
      List<Composition.Composed> composed) {
    long number = firstNumber;
    List<StoredLetter> stored = new ArrayList<>(composed.size());
    for (Composition.Composed one : composed) {
      stored.add(
          new StoredLetter(
              new LetterId(number++),
              LetterState.DRAFT,
              one.template(),
              now,
              by.staff().orElse(null),
              request.withItsFiles(one.letter())));
    }
    if (!stored.isEmpty()) {
      if (stored.stream().anyMatch(one -> !one.letter().head().attachments().isEmpty())) {
        new AttachmentDao(handle).keep(request.files());
      }
      new LetterDao(handle).insert(stored);
      by.staff()
          .ifPresent(
              author ->
                  new LetterAuthorDao(handle)
                      .add(author, stored.stream().map(StoredLetter::id).toList()));
      AuditTrail.add(handle, now, stored.stream().map(letter -> composed(letter, by)).toList());
    }
    return stored;
  }

  private static Deed composed(StoredLetter letter, Actor by) {
    LetterHead head = letter.letter().head();
    return new Deed(
        by, Act.COMPOSED, letter.id().record(), head.recipient().customer(), head.type().word());
  }

  /**
   * Those of the customers whom a letter of the type would invite although they want it no more.
   */
  Set<CustomerId> uninvitable(LetterType type, List<CustomerId> customers) {
    return type == LetterType.INVITE
        ? database.read(handle -> new AnswerDao(handle).optedOut(customers))
        : Set.of();
  }

  /** Says that a customer wants no more invitations. */
  static Composition noMoreInvitations(CustomerId customer) {
    return new Composition.Unfit(
        List.of(
            "%s does not want to be invited again, and said so in an answer to an invitation (regards answer %s)"
                .formatted(customer, customer)),
        List.of());
  }

  /** Those of the customers who have a letter of the type with this day's date. */
  Set<CustomerId> written(LetterType type, Dossier first, List<CustomerId> customers) {
    return database.read(handle -> new LetterDao(handle).written(type, first.today(), customers));
  }
}
