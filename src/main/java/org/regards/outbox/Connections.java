package org.regards.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.regards.mail.Postbox;

/** The connections of a dispatch, opened as they are needed. For one thread. */
final class Connections {
  private static final Duration LOOK = Duration.ofMillis(200);

  /** Who hangs on a dead line at the end is left behind: what it had past its dot is in doubt. */
  private static final Duration PARTING = Duration.ofSeconds(30);

  private final PostLines lines;
  private final Postbox first;
  private final Belt belt;
  private final Ledger ledger;
  private final LongSupplier ticker;
  private final List<Thread> running = new ArrayList<>();

  Connections(PostLines lines, Postbox first, Belt belt, Ledger ledger, LongSupplier ticker) {
    this.lines = lines;
    this.first = first;
    this.belt = belt;
    this.ledger = ledger;
    this.ticker = ticker;
  }

  Postbox first() {
    return first;
  }

  /** Opens as many as have something to do, within what is allowed. */
  void open(int letters) {
    while (running.size() < Math.min(lines.connections(), letters)) {
      Postbox postbox = running.isEmpty() ? first : lines.opens().get();
      Thread thread =
          new Thread(
              new Line(belt, postbox, lines.closes(), ledger), "line-" + (running.size() + 1));
      thread.setDaemon(true);
      running.add(thread);
      ledger.serve(running.size());
      thread.start();
    }
  }

  /**
   * Waits until all have ended what they had begun, but not for ever.
   *
   * @return whether this thread was interrupted meanwhile
   */
  boolean await() {
    boolean interrupted = Thread.interrupted();
    long until = ticker.getAsLong() + PARTING.toNanos();
    for (Thread line : running) {
      while (line.isAlive() && ticker.getAsLong() - until < 0) {
        try {
          line.join(LOOK.toMillis());
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    }
    return interrupted;
  }

  /** Each closes its own at its end; the first may never have been used. */
  void close() {
    if (running.isEmpty() && lines.closes()) {
      first.close();
    }
  }
}
