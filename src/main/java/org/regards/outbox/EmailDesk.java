package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.letter.Drafts;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.store.Database;

/** What people look up and decide about emails in the outbox. */
final class EmailDesk {
  private final Database database;
  private final InstantSource clock;

  EmailDesk(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  OutboxView view(@Nullable DeliveryState state, @Nullable CustomerId customer) {
    return database.read(
        handle -> {
          EmailDeskDao dao = new EmailDeskDao(handle);
          return new OutboxView(
              dao.entries(state, customer),
              dao.counts(),
              new QueueStopDao(handle).find().orElse(null),
              new RestoredDao(handle).noticed().map(RestoredDao.Noticed::reason).orElse(null),
              new WorkerDao(handle).shown(),
              clock.instant());
        });
  }

  long waiting() {
    return database.read(handle -> new EmailDeskDao(handle).waiting());
  }

  /** A person has found out that it arrived: as if the server had said so. */
  DeskOutcome delivered(LetterId id, Actor by) {
    return settle(
        id,
        (handle, letter, found) -> {
          Optional<String> hindrance = notInDoubt(found);
          if (hindrance.isPresent()) {
            return new DeskOutcome.NotDone(id, hindrance.get());
          }
          Instant now = clock.instant();
          if (!new EmailDeskDao(handle)
              .settle(found, DeliveryState.ACCEPTED, "found delivered by " + by, now)) {
            return gone(id);
          }
          new DeliveryDao(handle).moveLetter(id, LetterState.DONE);
          LetterPause.of(id, letter).ifPresent(pause -> pause.begin(handle, now));
          record(handle, now, Act.RECORDED, id, letter, by, "in doubt; it was delivered");
          return new DeskOutcome.Done(id, "is taken for delivered; it is not sent again.");
        });
  }

  /** A person has found out that it did not arrive, or takes the risk. */
  DeskOutcome resend(LetterId id, Actor by) {
    return settle(
        id,
        (handle, letter, found) -> {
          Instant now = clock.instant();
          Optional<String> hindrance =
              notInDoubt(found)
                  .or(() -> Gate.closed(handle, Addressee.of(id, letter), now))
                  .or(() -> Clearance.withheld(handle, id, letter, by, now));
          if (hindrance.isPresent()) {
            return new DeskOutcome.NotDone(id, hindrance.get());
          }
          EmailDeskDao dao = new EmailDeskDao(handle);
          if (!dao.settle(found, DeliveryState.QUEUED, found.reply(), now)) {
            return gone(id);
          }
          dao.markResent(found);
          record(handle, now, Act.RECORDED, id, letter, by, "in doubt; it is sent once more");
          return new DeskOutcome.Done(
              id,
              "is sent once more, with the same Message-ID: regards send, or regards send --watch");
        });
  }

  private static Optional<String> notInDoubt(Delivery found) {
    return switch (found.state()) {
      case IN_DOUBT -> Optional.empty();
      case QUEUED, DEFERRED ->
          found.resent()
              ? Optional.empty()
              : Optional.of("it is not in doubt; it waits in the outbox.");
      case SENDING, DOT_SENT -> Optional.of("it is being sent at this moment.");
      case ACCEPTED, REPLIED, BOUNCED, REFUSED, CANCELLED ->
          Optional.of("it is not in doubt; it is %s.".formatted(found.state().word()));
      case IN_RUN, PRINTED, POSTED, RETURNED ->
          throw new IllegalStateException("an email cannot be on paper: " + found.letter());
    };
  }

  /** Works until the final dot: the attempt that there may be does not get past it. */
  DeskOutcome cancel(LetterId id, Actor by) {
    return settle(
        id,
        (handle, letter, found) ->
            switch (found.state()) {
              case QUEUED, DEFERRED, SENDING -> cancel(handle, id, letter, found, by);
              case DOT_SENT -> new DeskOutcome.NotDone(id, "its last line is on its way.");
              case IN_DOUBT ->
                  new DeskOutcome.NotDone(
                      id,
                      "it may have arrived, and is not sent again by itself. Say what you found: regards outbox resolve %s --delivered --as STAFF, or --resend"
                          .formatted(id));
              case ACCEPTED, REPLIED, BOUNCED ->
                  new DeskOutcome.NotDone(id, "it has left; nothing can call it back.");
              case REFUSED, CANCELLED ->
                  new DeskOutcome.NotDone(id, "it does not wait in the outbox.");
              case IN_RUN, PRINTED, POSTED, RETURNED ->
                  throw new IllegalStateException("an email cannot be on paper: " + id);
            });
  }

  private DeskOutcome cancel(Handle handle, LetterId id, Letter letter, Delivery found, Actor by) {
    Instant now = clock.instant();
    EmailDeskDao dao = new EmailDeskDao(handle);
    if (found.resent()) {
      if (!dao.settle(found, DeliveryState.IN_DOUBT, found.reply(), now)) {
        return gone(id);
      }
      record(handle, now, Act.CANCELLED, id, letter, by, "not sent again; it may have arrived");
      return new DeskOutcome.Done(
          id,
          "is not sent again, but may have arrived the first time. Say what you find: regards outbox resolve %s --delivered --as STAFF, or --resend"
              .formatted(id));
    }
    if (!dao.settle(found, DeliveryState.CANCELLED, "taken out by " + by, now)) {
      return gone(id);
    }
    boolean approved = Clearance.isApproved(handle, id);
    new DeliveryDao(handle).moveLetter(id, approved ? LetterState.APPROVED : LetterState.DRAFT);
    record(handle, now, Act.CANCELLED, id, letter, by, "taken out of the outbox");
    return new DeskOutcome.Done(
        id,
        "is out of the outbox and %s.".formatted(approved ? "stays approved" : "a draft again"));
  }

  /** A worker has gone on with it between our look and our word. */
  private static DeskOutcome gone(LetterId id) {
    return new DeskOutcome.NotDone(
        id, "it is being sent at this moment; look what became of it: regards outbox.");
  }

  /** Lets letters go that waited for a person's word. */
  List<DeskOutcome> release(List<LetterId> ids, Actor by) {
    return database.writePatiently(
        handle -> {
          Instant now = clock.instant();
          List<DeskOutcome> outcomes = new ArrayList<>();
          List<Deed> deeds = new ArrayList<>();
          List<LetterId> released = new EmailDeskDao(handle).release(ids);
          for (LetterId id : ids) {
            if (released.contains(id)) {
              Letter letter = Drafts.locked(handle, id).letter();
              deeds.add(Words.deed(by, Act.LET_PASS, id, letter));
              outcomes.add(
                  new DeskOutcome.Done(id, "may go again: regards send, or regards send --watch"));
            } else {
              outcomes.add(new DeskOutcome.NotDone(id, "it does not wait for anybody's word."));
            }
          }
          AuditTrail.add(handle, now, deeds);
          return outcomes;
        });
  }

  /** Lets all go that waited for a person's word; how many those were. */
  int releaseAll(Actor by) {
    return database.writePatiently(
        handle -> {
          int released = new RestoredDao(handle).release();
          AuditTrail.add(
              handle,
              clock.instant(),
              new Deed(by, Act.LET_PASS, Emails.RECORD, null, "released: " + released));
          return released;
        });
  }

  /** Lets email go on that had been stopped; what had stopped it, if anything. */
  Optional<QueueStop> resume(Actor by) {
    return database.writePatiently(
        handle -> {
          Optional<QueueStop> stop = new QueueStopDao(handle).find();
          if (stop.isPresent()) {
            new QueueStopDao(handle).lift();
            AuditTrail.add(
                handle,
                clock.instant(),
                new Deed(by, Act.LIFTED, Emails.RECORD, null, stop.get().reason()));
          }
          return stop;
        });
  }

  private interface Settles {
    DeskOutcome settle(Handle handle, Letter letter, Delivery found);
  }

  private DeskOutcome settle(LetterId id, Settles how) {
    Function<Handle, DeskOutcome> work =
        handle -> {
          Letter letter = Drafts.locked(handle, id).letter();
          return new EmailDeskDao(handle)
              .latest(id)
              .map(found -> how.settle(handle, letter, found))
              .orElseGet(() -> new DeskOutcome.NotDone(id, "it is not in the outbox."));
        };
    return database.writePatiently(work);
  }

  private static void record(
      Handle handle, Instant now, Act act, LetterId id, Letter letter, Actor by, String what) {
    AuditTrail.add(
        handle, now, new Deed(by, act, id.record(), letter.head().recipient().customer(), what));
  }
}
