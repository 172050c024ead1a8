package org.regards.outbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.StampedLetter;
import org.regards.letter.StoredLetter;
import org.regards.mail.Mail.Envelope;
import org.regards.mail.MailForm;
import org.regards.mail.MailIdentity;
import org.regards.mail.Postbox;
import org.regards.store.Database;

/** Lets emails wait in the outbox. Works in groups, each a transaction of its own. */
final class EmailQueue {
  private static final int GROUP = 200;

  /** Groups that are read while the one before them is queued. */
  private static final int AHEAD = 2;

  private final Database database;
  private final LetterSource letters;
  private final Postbox postbox;
  private final InstantSource clock;

  EmailQueue(Database database, LetterSource letters, Postbox postbox, InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.postbox = postbox;
    this.clock = clock;
  }

  /** What is said of each letter, in the order of the ids. */
  interface Told {
    /** It waits now. */
    void waits(LetterId letter, Instant due);

    /** It does not. */
    void not(SendOutcome outcome);
  }

  /**
   * Lets letters wait.
   *
   * @param due when each may go
   */
  void queue(List<LetterId> ids, Actor by, Function<Letter, Instant> due, Told told) {
    List<List<LetterId>> groups = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += GROUP) {
      groups.add(ids.subList(from, Math.min(ids.size(), from + GROUP)));
    }
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      Queue<Future<Read>> ahead = new ArrayDeque<>();
      for (int at = 0; at < groups.size(); at++) {
        while (ahead.size() < AHEAD && at + ahead.size() < groups.size()) {
          List<LetterId> group = groups.get(at + ahead.size());
          ahead.add(reader.submit(() -> read(group)));
        }
        queue(ahead.remove(), by, due, told);
      }
    }
  }

  private void queue(Future<Read> reading, Actor by, Function<Letter, Instant> due, Told told) {
    Read read = done(reading);
    Map<LetterId, SendOutcome> outcomes = new LinkedHashMap<>(read.held());
    outcomes.putAll(
        database.<Map<LetterId, SendOutcome>>notePatiently(
            handle -> queue(handle, read.ready(), by, due)));
    for (LetterId id : read.group()) {
      SendOutcome outcome = outcomes.get(id);
      if (outcome == null) {
        told.waits(id, due.apply(known(read.ready(), id).letter()));
      } else {
        told.not(outcome);
      }
    }
  }

  /**
   * Letters as they were read, beside the work on those before them.
   *
   * @param held those that cannot go by email
   */
  private record Read(
      List<LetterId> group, Map<LetterId, Ready> ready, Map<LetterId, SendOutcome> held) {}

  private Read read(List<LetterId> group) {
    Read read = new Read(group, new LinkedHashMap<>(), new LinkedHashMap<>());
    for (StoredLetter stored : letters.load(group)) {
      prepare(stored, read.ready(), read.held());
    }
    return read;
  }

  private static Read done(Future<Read> reading) {
    try {
      return reading.get();
    } catch (ExecutionException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(wrapped.getCause());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the queueing was interrupted");
    }
  }

  private record Ready(StoredLetter stored, Envelope envelope, AsQueued kept) {
    Letter letter() {
      return stored.letter();
    }

    Ready with(Conversation conversation) {
      return new Ready(stored, envelope, new AsQueued(kept.identity(), conversation));
    }
  }

  private static void prepare(
      StoredLetter stored, Map<LetterId, Ready> ready, Map<LetterId, SendOutcome> held) {
    LetterId id = stored.id();
    Letter letter = stored.letter();
    if (letter.head().channel() != LetterChannel.EMAIL) {
      held.put(id, new SendOutcome.Held(id, Words.otherChannel(id, letter.head().channel())));
      return;
    }
    Optional<EmailAddress> to = EmailAddress.parse(letter.head().recipient().email());
    Optional<EmailAddress> from = EmailAddress.parse(letter.head().signatory().email());
    if (to.isEmpty()) {
      held.put(
          id,
          new SendOutcome.Held(
              id,
              "%s %s; correct it and compose the letter again, or compose it with --channel print."
                  .formatted(Words.addressField(letter), flaw(letter.head().recipient().email()))));
    } else if (from.isEmpty()) {
      held.put(
          id,
          new SendOutcome.Held(
              id,
              "%s %s; correct it and compose the letter again."
                  .formatted(Words.senderField(letter), flaw(letter.head().signatory().email()))));
    } else {
      Envelope envelope = new Envelope(from.get(), to.get());
      MailIdentity identity = MailForm.identity(letter, id, envelope);
      ready.put(id, new Ready(stored, envelope, new AsQueued(identity, Conversation.NONE)));
    }
  }

  private static String flaw(String address) {
    if (address.isBlank()) {
      return "is empty";
    }
    String name = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    return name.chars().anyMatch(letter -> letter > 0x7F)
        ? "has letters before the @ that mail servers do not take"
        : "is not an address that mail can be delivered to";
  }

  /** All that decides on whether an email may wait; those that may not, and why. */
  private Map<LetterId, SendOutcome> queue(
      Handle handle, Map<LetterId, Ready> ready, Actor by, Function<Letter, Instant> due) {
    Map<LetterId, SendOutcome> outcomes = new LinkedHashMap<>();
    if (ready.isEmpty()) {
      return outcomes;
    }
    Instant now = clock.instant();
    LetterStamp.lock(handle, ready.keySet());
    DeliveryDao deliveries = new DeliveryDao(handle);
    Map<LetterId, Delivery> found = new LinkedHashMap<>();
    ready.forEach(
        (id, one) ->
            deliveries
                .find(id, LetterChannel.EMAIL, one.envelope().to().value())
                .ifPresent(delivery -> found.put(id, delivery)));
    found.forEach(
        (id, delivery) ->
            ended(id, known(ready, id).letter(), delivery)
                .ifPresent(outcome -> outcomes.put(id, outcome)));
    List<LetterId> open = ready.keySet().stream().filter(id -> !outcomes.containsKey(id)).toList();
    Map<Addressee, String> closed =
        Gate.closed(
            handle,
            open.stream().map(id -> Addressee.of(id, known(ready, id).letter())).toList(),
            now);
    Map<LetterId, StampedLetter> letters = stamped(handle, ready, open);
    Map<LetterId, String> withheld = Clearance.withheld(handle, letters, by, now);
    Map<LetterId, String> older = new RestoredDao(handle).withheld(open);
    Map<LetterId, Conversation> conversations = Conversation.of(handle, open);
    List<Deed> deeds = new ArrayList<>();
    for (LetterId id : open) {
      Ready one = known(ready, id);
      Optional<String> reason =
          Optional.ofNullable(closed.get(Addressee.of(id, one.letter())))
              .or(() -> Optional.ofNullable(older.get(id)))
              .or(() -> changed(id, one.letter(), letters))
              .or(() -> Optional.ofNullable(withheld.get(id)))
              .or(() -> takenFile(id, one.letter(), found.get(id)));
      if (reason.isPresent()) {
        outcomes.put(id, new SendOutcome.Held(id, reason.get()));
      } else if (wait(
          deliveries,
          id,
          one.with(conversations.getOrDefault(id, Conversation.NONE)),
          Optional.ofNullable(found.get(id)),
          by,
          due.apply(one.letter()),
          now)) {
        deeds.add(Words.deed(by, Act.QUEUED, id, one.letter()));
      }
    }
    LetterStamp.move(
        handle, open.stream().filter(id -> !outcomes.containsKey(id)).toList(), LetterState.QUEUED);
    AuditTrail.add(handle, now, deeds);
    return outcomes;
  }

  /**
   * The letters as they were read a moment ago; {@link #changed} finds out whether they still are.
   */
  private static Map<LetterId, StampedLetter> stamped(
      Handle handle, Map<LetterId, Ready> ready, List<LetterId> open) {
    Map<LetterId, StampedLetter> letters = new LinkedHashMap<>();
    LetterStamp.of(handle, open)
        .forEach(
            (id, stamp) -> letters.put(id, new StampedLetter(stamp, known(ready, id).stored())));
    return letters;
  }

  private static Ready known(Map<LetterId, Ready> ready, LetterId id) {
    return Objects.requireNonNull(ready.get(id));
  }

  /** What is told of a delivery that does not wait any more, or must not be touched. */
  private static Optional<SendOutcome> ended(LetterId id, Letter letter, Delivery delivery) {
    return switch (delivery.state()) {
      case QUEUED, CANCELLED -> Optional.empty();
      case DEFERRED ->
          delivery.resent()
              ? Optional.of(
                  new SendOutcome.SentAgain(
                      id, delivery.server(), delivery.changedAt(), delivery.dueAt()))
              : Optional.empty();
      case SENDING, DOT_SENT ->
          Optional.of(new SendOutcome.Held(id, "another program is sending it at this moment."));
      case IN_DOUBT ->
          Optional.of(
              new SendOutcome.InDoubt(
                  id,
                  delivery.server(),
                  Words.addressField(letter),
                  delivery.messageId(),
                  delivery.changedAt()));
      case BOUNCED ->
          Optional.of(
              new SendOutcome.Held(
                  id,
                  "it did not arrive, as we heard on %s; compose it again, or with --channel print."
                      .formatted(Words.moment(delivery.changedAt()))));
      case ACCEPTED, REPLIED ->
          Optional.of(
              new SendOutcome.AlreadySent(
                  id, delivery.server(), delivery.changedAt(), !delivery.file().isEmpty()));
      case REFUSED ->
          Optional.of(
              new SendOutcome.RefusedByServer(
                  id, Words.addressField(letter), delivery.reply(), delivery.changedAt()));
      case PRINTED, IN_RUN, POSTED, RETURNED ->
          throw new IllegalStateException("an email cannot be on paper: " + id);
    };
  }

  private static Optional<String> changed(
      LetterId id, Letter letter, Map<LetterId, StampedLetter> letters) {
    StampedLetter found = letters.get(id);
    return found == null || !found.stamp().digest().equals(LetterDigest.of(letter))
        ? Optional.of(Words.changedMeanwhile(id))
        : Optional.empty();
  }

  /**
   * The file the message would be kept in, when it is there already. A delivery of ours that may
   * have put one there writes the same bytes again; any other file is somebody else's.
   */
  private Optional<String> takenFile(LetterId id, Letter letter, @Nullable Delivery found) {
    if (found != null && found.resent()) {
      return Optional.empty();
    }
    Optional<Path> taken = postbox.keptAt(LetterFileName.of(id, letter)).filter(Files::exists);
    return taken.map(Words::otherStores);
  }

  /** True when it did not wait before. */
  private static boolean wait(
      DeliveryDao deliveries,
      LetterId id,
      Ready ready,
      Optional<Delivery> found,
      Actor by,
      Instant due,
      Instant now) {
    if (found.isEmpty()) {
      deliveries.queue(id, ready.envelope().to().value(), ready.kept(), by, due, now);
      return true;
    }
    return deliveries.queueAgain(found.get(), ready.kept(), by, due, now);
  }
}
