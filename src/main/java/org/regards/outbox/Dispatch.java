package org.regards.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.mail.Postbox;
import org.regards.store.Database;

/**
 * Sends what may go, over several connections at once, as one worker. One thread calls it; {@link
 * #stop} may be called by any.
 */
final class Dispatch implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration ADOPTION = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** A one-time dispatch does not wait longer than so for the pace. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private static final Duration LONGEST_END = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Claims claims;
  private final Belt belt = new Belt();
  private final Stock stock = new Stock();
  private final Ledger ledger;
  private final Heartbeat heartbeat;
  private final MailRoom room;
  private final Connections connections;
  private final Queue<Settlement> ended = new ConcurrentLinkedQueue<>();
  private final Semaphore news = new Semaphore(0);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final LongSupplier ticker;
  private volatile boolean stopped;
  private final Window window;
  private long adoptedAt;
  private Duration pause = POLL;

  private Dispatch(
      Database database,
      PostLines lines,
      Enclosures enclosures,
      Rules rules,
      InstantSource clock,
      Postbox first) {
    this.clock = clock;
    this.ticker = rules.ticker();
    this.adoptedAt = ticker.getAsLong();
    this.window = new Window(adoptedAt);
    this.claims = Claims.join(database, rules, first.serverName(), clock);
    this.ledger =
        new Ledger(
            database,
            new Settling(rules, first.serverName(), clock),
            clock,
            belt,
            settlements -> {
              ended.addAll(settlements);
              wake();
            },
            claims::proveAlive);
    this.room = new MailRoom(database, lines.form(), enclosures, clock, belt, ledger, stock);
    this.connections = new Connections(lines, first, belt, ledger, ticker);
    this.heartbeat = new Heartbeat(claims::beat, rules.workers().beatsEvery(), ledger::fail);
  }

  /** Takes over what was left behind; opens no connection yet. */
  static Dispatch begin(
      Database database, PostLines lines, Enclosures enclosures, Rules rules, InstantSource clock) {
    Postbox first = lines.opens().get();
    return new Dispatch(database, lines, enclosures, rules, clock, first);
  }

  Postbox postbox() {
    return connections.first();
  }

  /** Where those who queue leave what they know of a letter. */
  Stock stock() {
    return stock;
  }

  /** Nothing new is begun from here on. */
  void stop() {
    stopped = true;
    wake();
  }

  boolean isStopped() {
    return stopped;
  }

  /** Waits, after {@link #stop}, until it is closed, but not for ever. */
  void awaitEnd() {
    try {
      boolean soon = closed.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
      stopped |= soon;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Why nothing more is sent.
   *
   * @param halt null when nothing halts the email
   * @param full when and why the pace allows no more, or null when it does
   * @param stopped whether {@link #stop} ended it
   */
  record Rest(Belt.@Nullable Halt halt, Pace.@Nullable Room full, boolean stopped) {}

  /** Sends letters that a person named; returns when each has been settled or cannot be now. */
  Rest send(List<LetterId> letters, Consumer<SendOutcome> told) {
    int next = 0;
    Pace.@Nullable Room full = null;
    while (goesOn(told) && mayGo(full) && (next < letters.size() || !window.isEmpty())) {
      int free = window.room();
      if (next == letters.size() || free == 0) {
        await(TICK);
        continue;
      }
      List<LetterId> some = letters.subList(next, Math.min(letters.size(), next + free));
      Claims.Taken taken = take(new Scope.Named(some), some.size(), told);
      next += taken.asked();
      full = taken.full();
    }
    return end(told, full);
  }

  /** Sends what is due until nothing is. */
  Rest sendDue(Scope.Due due, Consumer<SendOutcome> told) {
    try (Queueing none = Queueing.none()) {
      return sendDue(due, none, told);
    }
  }

  /**
   * As {@link #sendDue(Scope.Due, Consumer)}, while letters are being queued; those that cannot go
   * now are queued all the same.
   */
  Rest sendDue(Scope.Due due, Queueing queueing, Consumer<SendOutcome> told) {
    boolean more = true;
    Pace.@Nullable Room full = null;
    while (goesOn(told) && mayGo(full) && (more || !window.isEmpty() || !queueing.isOver())) {
      if (!queueing.isOver()
          && (window.isEmpty() || (queueing.isReady() && !stock.isFull(clock.instant())))) {
        queueing.next();
        more = true;
      }
      int free = window.room();
      if (free == 0 || !more) {
        await(TICK);
        continue;
      }
      Claims.Taken taken = take(due, free, told);
      full = taken.full();
      more = full != null || !taken.claims().isEmpty() || !taken.postponed().isEmpty();
    }
    // Also after a stop: the groups that had begun are told of.
    while (!queueing.isOver()) {
      queueing.next();
    }
    return end(told, full);
  }

  /** Whether a one-time dispatch goes on: it waits for the pace, but not for long. */
  private boolean mayGo(Pace.@Nullable Room full) {
    if (full != null) {
      if (full.again().isAfter(clock.instant().plus(SOON))) {
        await(TICK);
        return !window.isEmpty();
      }
      await(POLL);
    }
    return belt.halt().isEmpty();
  }

  /** Sends what is or becomes due until {@link #stop}. */
  void watch(Consumer<SendOutcome> told, Consumer<Optional<Belt.Halt>> weather) {
    while (goesOn(told)) {
      Optional<Belt.Halt> halt = belt.halt();
      if (halt.isPresent()) {
        weather.accept(halt);
        sitOut(halt.get(), told);
        if (belt.halt().isEmpty()) {
          weather.accept(Optional.empty());
        }
        continue;
      }
      int free = window.room();
      if (free == 0 || take(new Scope.Due(null), free, told).claims().isEmpty()) {
        await(window.isEmpty() ? POLL : TICK);
      }
    }
    end(told, null);
  }

  /** Gives back what has not begun, and waits until it may be tried again. */
  private void sitOut(Belt.Halt halt, Consumer<SendOutcome> told) {
    long until = ticker.getAsLong() + pause.toNanos();
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    window.shrink();
    while (goesOn(told)) {
      List<Claim> back = belt.clear().stream().map(Consignment::claim).toList();
      claims.giveBack(back);
      window.settled(back.size());
      boolean over =
          halt.lasting()
              ? claims.stop().isEmpty() && window.isEmpty()
              : until - ticker.getAsLong() < 0;
      if (over) {
        belt.resume();
        return;
      }
      await(POLL);
    }
  }

  /** Tells what has ended, and looks after what others left; false at the end. */
  private boolean goesOn(Consumer<SendOutcome> told) {
    tell(told);
    throwFailure();
    long now = ticker.getAsLong();
    if (now - adoptedAt > ADOPTION.toNanos()) {
      claims.adopt();
      adoptedAt = now;
    }
    return !stopped;
  }

  private void throwFailure() {
    RuntimeException failure = ledger.failure();
    if (failure != null) {
      throw failure;
    }
  }

  private void tell(Consumer<SendOutcome> told) {
    Settlement settlement;
    while ((settlement = ended.poll()) != null) {
      window.settled(1);
      if (settlement.outcome() instanceof SendOutcome.Sent) {
        pause = POLL;
      }
      told.accept(settlement.outcome());
    }
  }

  private Claims.Taken take(Scope scope, int most, Consumer<SendOutcome> told) {
    long now = ticker.getAsLong();
    Claims.Taken taken = claims.take(scope, most);
    if (taken.stop() != null) {
      belt.stop(new Belt.Halt(taken.stop().reason(), true));
    }
    for (Map.Entry<Claim, Pace.Later> one : taken.postponed().entrySet()) {
      Pace.Later later = one.getValue();
      told.accept(new SendOutcome.Waits(one.getKey().letter(), later.until(), later.why()));
    }
    window.claimed(taken.claims().size(), most, now);
    connections.open(window.underWay());
    room.take(taken.claims(), taken.version());
    return taken;
  }

  private void await(Duration patience) {
    try {
      if (news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  private void wake() {
    news.release();
  }

  /** Lets the connections end what they have begun, and tells of that. */
  private Rest end(Consumer<SendOutcome> told, Pace.@Nullable Room full) {
    belt.end();
    part();
    tell(told);
    throwFailure();
    return new Rest(belt.halt().orElse(null), full, stopped);
  }

  private void part() {
    boolean interrupted = connections.await();
    room.close();
    ledger.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      belt.end();
      part();
      connections.close();
      leave();
    } finally {
      closed.countDown();
    }
  }

  private void leave() {
    try {
      heartbeat.close();
      claims.leave();
    } catch (RuntimeException second) {
      // What went wrong before is on its way to the caller, and explains this as well.
      if (ledger.failure() == null) {
        throw second;
      }
    }
  }
}
