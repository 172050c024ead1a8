package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;
import org.regards.store.Database;

/** Lets paper wait for a print run. Works in groups, each a transaction of its own. */
final class PaperQueue {
  private static final int GROUP = 500;

  private final Database database;
  private final InstantSource clock;

  PaperQueue(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void queue(List<LetterId> ids, Actor by, Consumer<QueueOutcome> told) {
    for (int from = 0; from < ids.size(); from += GROUP) {
      List<LetterId> group = ids.subList(from, Math.min(ids.size(), from + GROUP));
      database.write(handle -> queue(handle, group, by)).forEach(told);
    }
  }

  void queueApproved(@Nullable LetterType type, Actor by, Consumer<QueueOutcome> told) {
    long after = 0;
    while (true) {
      long seen = after;
      List<LetterId> group =
          database.read(handle -> new PaperQueueDao(handle).approved(type, seen, GROUP));
      if (group.isEmpty()) {
        return;
      }
      queue(group, by, told);
      after = group.getLast().number();
    }
  }

  void takeBack(List<LetterId> ids, Actor by, Consumer<QueueOutcome> told) {
    for (LetterId id : ids) {
      told.accept(database.write(handle -> takeBack(handle, id, by)));
    }
  }

  List<QueueCount> counts() {
    return database.read(handle -> new PaperQueueDao(handle).counts());
  }

  /** All that decides on whether a letter may wait for the printer stands here. */
  private List<QueueOutcome> queue(Handle handle, List<LetterId> ids, Actor by) {
    Instant now = clock.instant();
    LetterStamp.lock(handle, ids);
    PaperQueueDao queue = new PaperQueueDao(handle);
    List<PaperLetter> letters = queue.letters(ids);
    Map<Addressee, String> closed =
        Gate.closed(handle, letters.stream().map(PaperLetter::addressee).toList(), now);
    Map<LetterId, String> withheld = Clearance.withheld(handle, ids, by, now);
    List<QueueOutcome> outcomes = new ArrayList<>();
    List<PaperLetter> taken = new ArrayList<>();
    for (PaperLetter letter : letters) {
      LetterId id = letter.id();
      String reason =
          Stream.of(
                  hindrance(letter),
                  closed.getOrDefault(letter.addressee(), ""),
                  withheld.getOrDefault(id, ""))
              .filter(words -> !words.isEmpty())
              .findFirst()
              .orElse("");
      if (letter.waits()) {
        outcomes.add(new QueueOutcome.QueuedBefore(id));
      } else if (!reason.isEmpty()) {
        outcomes.add(new QueueOutcome.Held(id, reason));
      } else {
        taken.add(letter);
        outcomes.add(new QueueOutcome.Queued(id));
      }
    }
    if (!taken.isEmpty()) {
      new DeliveryDao(handle).queuePaper(taken, now);
      queue.insert(taken, now);
      queue.markQueued(taken);
      AuditTrail.add(handle, now, taken.stream().map(letter -> queued(letter, by)).toList());
    }
    return outcomes;
  }

  private static Deed queued(PaperLetter letter, Actor by) {
    return new Deed(by, Act.QUEUED, letter.id().record(), letter.addressee().customer(), "");
  }

  private QueueOutcome takeBack(Handle handle, LetterId id, Actor by) {
    PaperQueueDao queue = new PaperQueueDao(handle);
    if (queue.delete(id)) {
      CustomerId customer = queue.letter(id).orElseThrow().addressee().customer();
      queue.deleteDelivery(id);
      boolean approved = Clearance.isApproved(handle, id);
      new DeliveryDao(handle).moveLetter(id, approved ? LetterState.APPROVED : LetterState.DRAFT);
      AuditTrail.add(
          handle,
          clock.instant(),
          new Deed(by, Act.CANCELLED, id.record(), customer, "taken out of the queue"));
      return new QueueOutcome.TakenBack(id, approved);
    }
    String reason = queue.letter(id).map(PaperQueue::hindrance).orElse("");
    return new QueueOutcome.NotWaiting(
        id, reason.isEmpty() ? "it does not wait for the printer." : reason);
  }

  /** What stands in the way of printing a letter in a run; empty when nothing does. */
  private static String hindrance(PaperLetter letter) {
    LetterId id = letter.id();
    if (letter.addressee().channel() != LetterChannel.PRINT) {
      return Words.otherChannel(id, letter.addressee().channel());
    }
    DeliveryState delivery = letter.delivery();
    if (delivery != null && delivery != DeliveryState.QUEUED) {
      return Words.onPaperAlready(delivery, letter.run(), letter.changedOn());
    }
    return switch (letter.state()) {
      case DRAFT, IN_REVIEW, APPROVED, QUEUED -> "";
      case DONE -> "it has left already.";
      case CANCELLED -> "it was cancelled; compose it again.";
    };
  }
}
