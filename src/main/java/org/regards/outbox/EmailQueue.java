package org.regards.outbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.mail.Postbox;
import org.regards.store.Database;

/** Lets emails wait in the outbox. Works in groups, each a transaction of its own. */
final class EmailQueue {
  static final int GROUP = 128;

  private final Database database;
  private final Postbox postbox;
  private final Stock stock;
  private final InstantSource clock;

  EmailQueue(Database database, Postbox postbox, Stock stock, InstantSource clock) {
    this.database = database;
    this.postbox = postbox;
    this.stock = stock;
    this.clock = clock;
  }

  /**
   * Who lets letters wait, and until when.
   *
   * @param due when each may go; asked on any thread
   */
  record Order(Actor by, Function<Letter, Instant> due) {}

  /** Lets letters wait. */
  void queue(List<LetterId> ids, Order order, Queueing.Told told) {
    List<List<LetterId>> groups = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += GROUP) {
      groups.add(ids.subList(from, Math.min(ids.size(), from + GROUP)));
    }
    try (Queueing queueing = begin(groups.iterator(), order, told)) {
      while (!queueing.isOver()) {
        queueing.next();
      }
    }
  }

  /**
   * Begins to let letters wait, group by group.
   *
   * @param groups at most {@value #GROUP} each
   */
  Queueing begin(Iterator<List<LetterId>> groups, Order order, Queueing.Told told) {
    return new Queueing(groups, group -> queueGroup(group, order), told);
  }

  /**
   * Letters are weighed beside the work of others, and once more in the transaction that lets them
   * wait when something else has been written to the store meanwhile, or when nobody knows.
   */
  private Queueing.Queued queueGroup(List<LetterId> group, Order order) {
    OptionalLong version = database.note(database::version);
    Weighing weighing =
        version.isEmpty()
            ? null
            : database.read(
                handle -> Weighing.of(handle, group, order.by(), version, clock.instant()));
    Settled settled = database.notePatiently(handle -> queueLocked(handle, group, order, weighing));
    settled.stocked().forEach(stock::put);
    return settled.queued();
  }

  /**
   * @param stocked letters that may go at once, by their deliveries
   */
  private record Settled(Queueing.Queued queued, Map<Long, Stock.Item> stocked) {}

  private Settled queueLocked(
      Handle handle, List<LetterId> group, Order order, @Nullable Weighing before) {
    // Also when nothing was written: another program may be queueing the same letters.
    LetterStamp.lock(handle, group);
    Instant now = clock.instant();
    OptionalLong version = database.version(handle);
    return before != null && before.look().stands(version, now)
        ? queueWeighed(handle, group, order, before, now)
        : queueWeighed(
            handle, group, order, Weighing.of(handle, group, order.by(), version, now), now);
  }

  private Settled queueWeighed(
      Handle handle, List<LetterId> group, Order order, Weighing weighing, Instant now) {
    Map<LetterId, SendOutcome> not = new HashMap<>();
    weighing.reasons().forEach((id, reason) -> not.put(id, held(id, reason)));
    DeliveryDao deliveries = new DeliveryDao(handle);
    Map<LetterId, Delivery> found = deliveries.emails(weighing.recipients());
    Map<LetterId, String> restored =
        new RestoredDao(handle).withheld(List.copyOf(weighing.ready().keySet()));
    Map<LetterId, Instant> waiting = new LinkedHashMap<>();
    List<DeliveryDao.Email> fresh = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    for (Map.Entry<LetterId, Weighing.Ready> entry : weighing.ready().entrySet()) {
      LetterId id = entry.getKey();
      Weighing.Ready ready = entry.getValue();
      Delivery delivery = found.get(id);
      Optional<SendOutcome> outcome =
          Optional.ofNullable(delivery)
              .flatMap(seen -> ended(id, ready.letter(), seen))
              .or(() -> Optional.ofNullable(restored.get(id)).map(why -> held(id, why)))
              .or(() -> Optional.ofNullable(not.get(id)))
              .or(() -> takenFile(id, ready.letter(), delivery));
      if (outcome.isPresent()) {
        not.put(id, outcome.get());
        continue;
      }
      Instant due = order.due().apply(ready.letter());
      waiting.put(id, due);
      if (delivery == null) {
        fresh.add(new DeliveryDao.Email(id, ready.recipient(), ready.kept(), due));
      }
      if (delivery == null || deliveries.queueAgain(delivery, ready.kept(), order.by(), due, now)) {
        deeds.add(Words.deed(order.by(), Act.QUEUED, id, ready.letter()));
      }
    }
    Map<LetterId, Long> numbers = deliveries.queue(fresh, order.by(), now);
    LetterStamp.move(handle, waiting.keySet(), LetterState.QUEUED);
    AuditTrail.add(handle, now, deeds);
    Instant soon = clock.instant();
    Map<Long, Stock.Item> stocked = new LinkedHashMap<>();
    for (DeliveryDao.Email email : fresh) {
      if (!email.due().isAfter(soon)) {
        stocked.put(
            Objects.requireNonNull(numbers.get(email.letter())), weighing.item(email.letter()));
      }
    }
    return new Settled(new Queueing.Queued(group, waiting, not), stocked);
  }

  private static SendOutcome held(LetterId id, String reason) {
    return new SendOutcome.Held(id, reason);
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

  /**
   * The file the message would be kept in, when it is there already. A delivery of ours that may
   * have put one there writes the same bytes again; any other file is somebody else's.
   */
  private Optional<SendOutcome> takenFile(LetterId id, Letter letter, @Nullable Delivery found) {
    if (found != null && found.resent()) {
      return Optional.empty();
    }
    Optional<Path> taken = postbox.keptAt(LetterFileName.of(id, letter)).filter(Files::exists);
    return taken.map(file -> held(id, Words.otherStores(file)));
  }
}
