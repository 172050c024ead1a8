package org.regards.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.Drafts;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;

/**
 * For whoever is too angry to send what they wrote: a colleague or the supervisor signs it, after a
 * while.
 */
public final class HandOvers {
  /** A night. */
  private static final Duration SHORTEST = Duration.ofHours(12);

  private final Database database;
  private final InstantSource clock;

  public HandOvers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    String message();

    record HandedOver(HandOver over, String signatory) implements Outcome {
      @Override
      public String message() {
        return "%s is signed by %s now and goes not before %s. It is a draft again: whoever wrote or signs it does not approve it."
            .formatted(over.letter(), signatory, Moments.moment(over.notBefore()));
      }
    }

    record Refused(LetterId letter, String reason) implements Outcome {
      @Override
      public String message() {
        return "%s was not handed over: %s".formatted(letter, reason);
      }
    }
  }

  /**
   * Lets somebody else sign a letter, which does not go before a moment. It is a draft again, and
   * what was said of it counts no more.
   *
   * @param notBefore at least 12 hours from now
   * @throws org.regards.letter.UnknownLetterException when there is no such letter
   * @throws UnknownStaffException when nobody here has one of the ids
   */
  public Outcome handOver(LetterId id, StaffId to, Instant notBefore, String because, StaffId by) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          Playbook playbook = Playbooks.load(handle);
          StaffMember signatory = playbook.required(to);
          playbook.required(by);
          StoredLetter before = Drafts.locked(handle, id);
          if (notBefore.isBefore(now.plus(SHORTEST))) {
            return new Outcome.Refused(id, tooSoon(notBefore, now));
          }
          StaffId from = before.letter().head().signatory().staff();
          String hindrance = hindrance(before, signatory);
          if (!hindrance.isEmpty()) {
            return new Outcome.Refused(id, hindrance);
          }
          List<String> missing = new ArrayList<>();
          Drafts.signedBy(handle, before, signatory, missing);
          if (!missing.isEmpty()) {
            return new Outcome.Refused(
                id,
                "it names the %s of who signs it, and %s has none (staff.csv)."
                    .formatted(String.join(" and the ", missing), signatory.name()));
          }
          HandOver over = new HandOver(id, from, to, notBefore, by, because, now);
          new HandOverDao(handle).insert(over);
          CustomerId customer = before.letter().head().recipient().customer();
          List<Deed> deeds = new ArrayList<>();
          deeds.add(
              new Deed(
                  Actor.of(by),
                  Act.EDITED,
                  id.record(),
                  customer,
                  "handed over from %s to %s: %s".formatted(from, to, because)));
          if (before.state() != LetterState.DRAFT) {
            deeds.add(
                new Deed(
                    Actor.of(by),
                    Act.VOIDED,
                    id.record(),
                    customer,
                    LetterDigest.of(before.letter())));
          }
          AuditTrail.add(handle, now, deeds);
          return new Outcome.HandedOver(over, signatory.name());
        });
  }

  private static String tooSoon(Instant notBefore, Instant now) {
    return "%s %s; a letter that is handed over waits %d hours at least, so not before %s: --after %dh"
        .formatted(
            Moments.moment(notBefore),
            notBefore.isBefore(now) ? "is past" : "is too soon",
            SHORTEST.toHours(),
            Moments.moment(now.plus(SHORTEST)),
            SHORTEST.toHours());
  }

  private static String hindrance(StoredLetter letter, StaffMember to) {
    if (letter.letter().head().signatory().staff().equals(to.id())) {
      return "%s signs it already; name somebody else with --to STAFF.".formatted(to.name());
    }
    if (to.id().equals(letter.author())) {
      return "%s wrote it; name somebody else with --to STAFF.".formatted(to.name());
    }
    return switch (letter.state()) {
      case DRAFT, IN_REVIEW, APPROVED -> "";
      case QUEUED ->
          "it is on its way; take it out of the queue first: regards queue --cancel " + letter.id();
      case DONE -> "it has left already.";
      case CANCELLED -> "it was cancelled.";
    };
  }
}
