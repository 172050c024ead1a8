package org.regards.approval;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.letter.Drafts;
import org.regards.letter.LetterAuthors;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import org.regards.review.WordGiven;
import org.regards.store.Database;

/** The verb of counsel: to release letters, or to stop them. */
public final class Counsel implements WordGiven {
  private static final int SHOWN_NEAR = 5;

  private final Database database;
  private final Drafts drafts;
  private final Playbooks playbooks;
  private final InstantSource clock;

  public Counsel(Database database, Drafts drafts, Playbooks playbooks, InstantSource clock) {
    this.database = database;
    this.drafts = drafts;
    this.playbooks = playbooks;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    String message();

    record Said(CounselWord word) implements Outcome {
      @Override
      public String message() {
        LetterId letter = word.letter();
        String what =
            letter != null
                ? letter.toString()
                : switch (word.subject()) {
                  case LETTERS -> "every letter to " + word.customer();
                  case PLATFORM_REQUEST -> "a platform-request about " + word.customer();
                };
        return word.allowed()
            ? "Counsel has released %s.".formatted(what)
            : "Counsel has stopped %s; nothing of it goes until they release it.".formatted(what);
      }
    }

    record Refused(String message) implements Outcome {}
  }

  /**
   * Releases or stops one letter, as it stands now.
   *
   * @throws org.regards.letter.UnknownLetterException when there is no such letter
   * @throws UnknownStaffException when nobody here has the id
   */
  public Outcome say(LetterId letter, boolean allowed, String because, StaffId by) {
    StoredLetter stored = drafts.get(letter);
    return say(
        new CounselWord(
            stored.letter().head().recipient().customer(),
            CounselSubject.LETTERS,
            letter,
            LetterDigest.of(stored.letter()),
            allowed,
            by,
            because,
            clock.instant()));
  }

  /** As below, of letters. */
  public Outcome say(CustomerId customer, boolean allowed, String because, StaffId by) {
    return say(customer, CounselSubject.LETTERS, allowed, because, by);
  }

  /**
   * Releases or stops every letter to a customer, or something else that goes out about them. A
   * letter that they stopped by itself stays so; one that they release by itself later goes.
   *
   * @throws UnknownCustomerException when there is no such customer
   * @throws UnknownStaffException when nobody here has the id
   */
  public Outcome say(
      CustomerId customer, CounselSubject subject, boolean allowed, String because, StaffId by) {
    database.read(
        handle -> {
          CustomerDao customers = new CustomerDao(handle);
          if (customers.find(List.of(customer)).isEmpty()) {
            throw new UnknownCustomerException(
                customer, customers.near(customer.value(), SHOWN_NEAR));
          }
          return customer;
        });
    return say(new CounselWord(customer, subject, null, "", allowed, by, because, clock.instant()));
  }

  private Outcome say(CounselWord word) {
    Playbook playbook = playbooks.load();
    StaffMember who = playbook.required(word.by());
    Approvers approvers = new Approvers(playbook, Moments.dayOf(word.at()));
    if (!approvers.standsFor(who.role(), Role.COUNSEL)) {
      return new Outcome.Refused(
          "%s is %s; only counsel says this, or who stands above counsel in the plan (escalation)."
              .formatted(who.name(), Approvers.asOne(who.role())));
    }
    return database.write(
        handle -> {
          if (word.allowed() && isOwn(handle, word)) {
            return new Outcome.Refused(
                "%s wrote, changed or signs %s, and nobody releases their own letter; another counsel or who stands above counsel in the plan does: regards counsel %s allow --because REASON --as STAFF"
                    .formatted(who.name(), word.letter(), word.letter()));
          }
          new CounselDao(handle).insert(word);
          LetterId letter = word.letter();
          AuditTrail.add(
              handle,
              word.at(),
              new Deed(
                  Actor.of(word.by()),
                  Act.ADVISED,
                  letter == null ? "customer/" + word.customer() : letter.record(),
                  word.customer(),
                  said(word)));
          return new Outcome.Said(word);
        });
  }

  private static boolean isOwn(Handle handle, CounselWord word) {
    LetterId letter = word.letter();
    if (letter == null) {
      return false;
    }
    LetterStamp stamp = LetterStamp.of(handle, List.of(letter)).get(letter);
    return stamp == null
        || word.by().equals(stamp.head().signatory().staff())
        || word.by().equals(stamp.author())
        || LetterAuthors.of(handle, List.of(letter))
            .getOrDefault(letter, Set.of())
            .contains(word.by());
  }

  private static String said(CounselWord word) {
    return "%s%s: %s"
        .formatted(
            word.subject() == CounselSubject.LETTERS ? "" : word.subject().word() + " ",
            word.allowed() ? "allowed" : "denied",
            word.because());
  }

  /** All that counsel said about a customer, oldest first. */
  public List<CounselWord> of(CustomerId customer) {
    return database.read(
        handle -> new CounselDao(handle).of(List.of(customer)).getOrDefault(customer, List.of()));
  }

  /** Who agreed to exactly this letter, counsel also where they released it. */
  @Override
  public Set<Role> on(LetterId letter, String digest) {
    return database.read(handle -> roles(handle, letter, digest));
  }

  private static Set<Role> roles(Handle handle, LetterId letter, String digest) {
    Set<Role> roles = new TreeSet<>();
    new ApprovalDao(handle)
        .counting(List.of(letter)).getOrDefault(letter, List.of()).stream()
            .filter(word -> word.digest().equals(digest))
            .forEach(word -> roles.add(word.role()));
    if (CounselStand.of(new CounselDao(handle).about(letter), letter, digest)
        .release()
        .isPresent()) {
      roles.add(Role.COUNSEL);
    }
    return roles;
  }
}
