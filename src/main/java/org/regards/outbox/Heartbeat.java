package org.regards.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.regards.language.RegardsException;

/**
 * Gives signs of life on a thread of its own, so that nothing that a dispatch waits for, not even
 * whoever reads what it tells, makes it look dead.
 */
final class Heartbeat implements AutoCloseable {
  private final Runnable beat;
  private final Duration every;
  private final Consumer<RuntimeException> dead;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "heartbeat");

  /**
   * @param dead hears that others have taken us for dead; it does not beat any more then
   */
  Heartbeat(Runnable beat, Duration every, Consumer<RuntimeException> dead) {
    this.beat = beat;
    this.every = every;
    this.dead = dead;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!over.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          beat.run();
        } catch (TakenForDeadException others) {
          dead.accept(others);
          return;
        } catch (RegardsException storeAway) {
          // The dispatch meets it as well, and no letter passes once we may look dead.
        }
      }
    } catch (InterruptedException unwanted) {
      // nobody has this thread but us
    } catch (RuntimeException mistake) {
      dead.accept(mistake);
    }
  }

  /** Returns when no beat is under way any more. */
  @Override
  public void close() {
    over.countDown();
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
}
