package org.regards.template;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts a thread whose template runs longer than it may. FreeMarker looks for the interrupt
 * between its steps (ThreadInterruptionSupportTemplatePostProcessor). Safe between threads.
 */
final class TimeLimit {
  private static final ScheduledThreadPoolExecutor WATCH =
      new ScheduledThreadPoolExecutor(
          1, work -> Thread.ofPlatform().daemon().name("template-time-limit").unstarted(work));

  static {
    WATCH.setRemoveOnCancelPolicy(true);
  }

  private final Duration limit;

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /** Starts the clock for the current thread; close it on the same thread. */
  Running start() {
    return new Running(Thread.currentThread(), limit);
  }

  /**
   * For values that a template can join to ever larger ones: FreeMarker walks those in one step.
   */
  static void checkInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interrupted();
    }
  }

  private static final class Interrupted extends RuntimeException {}

  /** The template ran longer than it may. */
  static final class Overrun extends IOException {
    Overrun(Duration limit) {
      super("it runs longer than %s seconds".formatted(limit.toMillis() / 1_000.0));
    }
  }

  static final class Running implements AutoCloseable {
    private final Thread thread;
    private final Duration limit;
    private final ScheduledFuture<?> alarm;
    private boolean closed;
    private boolean overrun;

    private Running(Thread thread, Duration limit) {
      this.thread = thread;
      this.limit = limit;
      this.alarm = WATCH.schedule(this::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Throws when the time is over. */
    synchronized void checkTime() throws Overrun {
      if (overrun) {
        throw new Overrun(limit);
      }
    }

    private synchronized void interrupt() {
      if (!closed) {
        overrun = true;
        thread.interrupt();
      }
    }

    /** Stops the clock; an interrupt of its own does not outlive it. */
    @Override
    public synchronized void close() {
      closed = true;
      alarm.cancel(false);
      if (overrun) {
        Thread.interrupted();
      }
    }
  }
}
