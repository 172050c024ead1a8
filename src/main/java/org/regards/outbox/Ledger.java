package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.StampedLetter;
import org.regards.mail.PostResult;
import org.regards.store.Database;

/**
 * Takes down what happens on all connections, on one thread of its own: whatever comes while it
 * writes goes into the next transaction together, so that one wait for the disk serves them all. A
 * connection waits until its final dot is on record; nobody waits for a result, but it is on record
 * before, or together with, the next dot of its connection.
 */
final class Ledger implements AutoCloseable {
  private static final int MOST = 256;

  /**
   * How long a dot that is there waits for those of the other connections, in microseconds: less
   * than one more wait for the disk.
   */
  private static final int TOGETHER = 100;

  private final Database database;
  private final Settling settling;
  private final InstantSource clock;
  private final Belt belt;
  private final Consumer<List<Settlement>> told;
  private final Runnable alive;
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "ledger");
  private volatile @Nullable RuntimeException failure;
  private volatile int connections;
  private boolean over;

  /**
   * @param told of attempts when their ends are on record, or known to be somebody else's; on the
   *     ledger's thread
   * @param alive throws when others may take us for dead; run between a dot on record and the dot
   */
  Ledger(
      Database database,
      Settling settling,
      InstantSource clock,
      Belt belt,
      Consumer<List<Settlement>> told,
      Runnable alive) {
    this.database = database;
    this.settling = settling;
    this.clock = clock;
    this.belt = belt;
    this.told = told;
    this.alive = alive;
    thread.setDaemon(true);
    thread.start();
  }

  /** Says how many connections there are, each of which waits for its dot. */
  void serve(int howMany) {
    connections = howMany;
  }

  /**
   * Returns when the dot is on record.
   *
   * @throws HeldAtDotException when somebody has stopped it since the conversation began
   * @throws TakenOverException when another program has taken the attempt over
   * @throws RecordLostException when it cannot be taken down
   * @throws TakenForDeadException when others may think that we are gone
   */
  void announce(Consignment consignment) {
    CompletableFuture<@Nullable Void> onRecord = new CompletableFuture<>();
    put(new Entry.Dot(consignment, onRecord));
    try {
      onRecord.join();
    } catch (CompletionException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException reason ? reason : wrapped;
    }
    alive.run();
  }

  void settle(Consignment consignment, PostResult result) {
    Settlement end = settling.of(consignment, result);
    halt(end).ifPresent(belt::stop);
    put(new Entry.End(end));
  }

  /** The other connections need not find out for themselves. */
  private static Optional<Belt.Halt> halt(Settlement end) {
    return switch (end.outcome()) {
      case SendOutcome.ServerUnreachable server ->
          Optional.of(new Belt.Halt(server.reason(), false));
      case SendOutcome.Stopped stopped -> Optional.of(new Belt.Halt(stopped.reason(), true));
      case SendOutcome other -> Optional.empty();
    };
  }

  /** What {@link #announce} threw, or a mistake of the program: that stays where it was. */
  void keepBack(Consignment consignment, RuntimeException why) {
    Claim claim = consignment.claim();
    switch (why) {
      case HeldAtDotException held -> keepBack(claim, consignment.letter(), held.stopping());
      case TakenOverException over ->
          put(new Entry.Gone(settling.of(claim, consignment.letter(), over)));
      case RecordLostException lost -> fail(lost);
      default -> fail(why);
    }
  }

  void keepBack(Claim claim, Letter letter, Stopping stopping) {
    put(new Entry.End(settling.of(claim, letter, stopping)));
  }

  /** Why nothing is taken down any more, or null. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  /** Nothing is taken down any more, so that nothing more is sent; the first reason stays. */
  void fail(RuntimeException reason) {
    synchronized (entries) {
      if (failure == null) {
        failure = reason;
      }
      put(new Entry.Over());
    }
  }

  private void put(Entry entry) {
    synchronized (entries) {
      if (!over) {
        entries.add(entry);
        return;
      }
    }
    refuse(List.of(entry));
  }

  private void run() {
    List<Entry> group = new ArrayList<>();
    do {
      group.clear();
      take(group);
      try {
        if (failure == null) {
          commit(group);
        }
      } catch (RuntimeException | Error lost) {
        fail(lost instanceof RuntimeException reason ? reason : new IllegalStateException(lost));
      }
    } while (failure == null && group.stream().noneMatch(Entry.Over.class::isInstance));
    synchronized (entries) {
      over = true;
      entries.drainTo(group);
    }
    refuse(group);
  }

  private void take(List<Entry> group) {
    while (group.isEmpty()) {
      try {
        group.add(entries.take());
        entries.drainTo(group, MOST);
        gather(group);
      } catch (InterruptedException unwanted) {
        // nobody has this thread but us
      }
    }
  }

  /** Where the connections are about to answer together, one commit serves them all. */
  private void gather(List<Entry> group) throws InterruptedException {
    Entry next;
    while (failure == null
        && group.stream().filter(Entry.Dot.class::isInstance).count() < connections
        && group.stream().noneMatch(Entry.Over.class::isInstance)
        && (next = entries.poll(TOGETHER, TimeUnit.MICROSECONDS)) != null) {
      group.add(next);
      entries.drainTo(group, MOST);
    }
  }

  /** A dot that was answered before stays so. */
  private void refuse(List<Entry> unanswered) {
    RuntimeException known = failure;
    RuntimeException reason =
        known == null ? new IllegalStateException("the dispatch is over") : known;
    for (Entry entry : unanswered) {
      if (entry instanceof Entry.Dot dot) {
        dot.onRecord().completeExceptionally(new RecordLostException(reason));
      }
    }
  }

  private void commit(List<Entry> group) {
    List<Settlement> ends = new ArrayList<>();
    List<Entry.Dot> dots = new ArrayList<>();
    List<Settlement> gone = new ArrayList<>();
    for (Entry entry : group) {
      switch (entry) {
        case Entry.Dot dot -> dots.add(dot);
        case Entry.End end -> ends.add(end.settlement());
        case Entry.Gone other -> gone.add(other.settlement());
        case Entry.Over ignored -> {}
      }
    }
    // In one order for everybody, so that two programs never wait for each other's rows.
    ends.sort(Comparator.comparingLong(end -> end.claim().letter().number()));
    dots.sort(Comparator.comparingLong(dot -> dot.consignment().claim().letter().number()));
    boolean weighty = ends.stream().anyMatch(Settlement::isWeighty);
    Map<LetterId, RuntimeException> refused =
        write(
            weighty,
            handle -> {
              Instant now = clock.instant();
              List<Settlement> ours = new LedgerDao(handle).settle(ends, now);
              settleLetters(handle, ours, now);
              Map<LetterId, RuntimeException> kept = sendDots(handle, dots, weighty, now);
              AuditTrail.add(handle, now, deeds(ours));
              return kept;
            });
    for (Entry.Dot dot : dots) {
      RuntimeException reason = refused.get(dot.consignment().claim().letter());
      if (reason == null) {
        dot.onRecord().complete(null);
      } else {
        dot.onRecord().completeExceptionally(reason);
      }
    }
    ends.addAll(gone);
    if (!ends.isEmpty()) {
      told.accept(ends);
    }
  }

  private <T> T write(boolean weighty, Function<Handle, T> work) {
    return weighty ? database.writePatiently(work) : database.notePatiently(work);
  }

  private static void settleLetters(Handle handle, List<Settlement> ours, Instant now) {
    new LedgerDao(handle).moveLetters(ours);
    for (Settlement one : ours) {
      if (one.state() == DeliveryState.ACCEPTED) {
        LetterPause.of(one.claim().letter(), one.letter())
            .ifPresent(pause -> pause.begin(handle, now));
      }
      if (one.state() == DeliveryState.REFUSED) {
        BadAddress.refused(one.claim().letter(), one.letter(), one.reply(), now)
            .ifPresent(bad -> BouncedAddresses.mark(handle, bad));
      }
      if (one.stop() != null) {
        new QueueStopDao(handle).put(one.stop(), now);
      }
    }
  }

  private static List<Deed> deeds(List<Settlement> ours) {
    return ours.stream()
        .filter(one -> one.state() == DeliveryState.ACCEPTED)
        .map(one -> Words.deed(one.claim().by(), Act.SENT, one.claim().letter(), one.letter()))
        .toList();
  }

  /** The last moment at which a message can be kept back: those that are, and why. */
  private Map<LetterId, RuntimeException> sendDots(
      Handle handle, List<Entry.Dot> dots, boolean weighty, Instant now) {
    if (dots.isEmpty()) {
      return Map.of();
    }
    List<Consignment> all = dots.stream().map(Entry.Dot::consignment).toList();
    OptionalLong version = database.version(handle);
    List<Consignment> doubtful =
        all.stream().filter(one -> weighty || !one.checked().look().stands(version, now)).toList();
    Map<LetterId, RuntimeException> kept = new HashMap<>(stopped(handle, doubtful, now));
    List<Consignment> free =
        all.stream().filter(one -> !kept.containsKey(one.claim().letter())).toList();
    Set<Consignment> gone = new HashSet<>(new LedgerDao(handle).sendDots(free, now));
    free.stream()
        .filter(one -> !gone.contains(one))
        .map(Consignment::claim)
        .forEach(
            claim ->
                kept.put(
                    claim.letter(),
                    new TakenOverException(
                        claim.letter(), new LedgerDao(handle).isCancelled(claim))));
    return kept;
  }

  private static Map<LetterId, RuntimeException> stopped(
      Handle handle, List<Consignment> consignments, Instant now) {
    if (consignments.isEmpty()) {
      return Map.of();
    }
    Optional<QueueStop> all = new QueueStopDao(handle).find();
    if (all.isPresent()) {
      Stopping standstill = new Stopping(all.get().reason(), true);
      return consignments.stream()
          .map(one -> one.claim().letter())
          .collect(Collectors.toMap(id -> id, id -> new HeldAtDotException(standstill)));
    }
    LetterStamp.lock(handle, consignments.stream().map(one -> one.claim().letter()).toList());
    Map<LetterId, StampedLetter> letters =
        StampedLetter.of(handle, consignments.stream().map(one -> one.claim().letter()).toList());
    Map<LetterId, RuntimeException> stopped = new HashMap<>();
    Stops.of(handle, letters, now)
        .forEach((letter, why) -> stopped.put(letter, new HeldAtDotException(why)));
    for (Consignment one : consignments) {
      LetterId id = one.claim().letter();
      StampedLetter letter = letters.get(id);
      if (letter == null || !letter.stamp().digest().equals(one.checked().digest())) {
        stopped.putIfAbsent(
            id, new HeldAtDotException(new Stopping(Words.changedMeanwhile(id), false)));
      }
    }
    return stopped;
  }

  /** Ends when all that came before is on record. */
  @Override
  public void close() {
    put(new Entry.Over());
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private sealed interface Entry {
    record Dot(Consignment consignment, CompletableFuture<@Nullable Void> onRecord)
        implements Entry {}

    record End(Settlement settlement) implements Entry {}

    /** Somebody else's by now: told of, and not taken down. */
    record Gone(Settlement settlement) implements Entry {}

    record Over() implements Entry {}
  }
}
