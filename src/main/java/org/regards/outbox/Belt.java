package org.regards.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Messages that are ready, between those who form them and the connections. */
final class Belt {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<Consignment> ready = new ArrayDeque<>();
  private @Nullable Halt halt;
  private boolean over;

  /**
   * Why nothing leaves now.
   *
   * @param lasting whether a person must mend something; else the server may be there again
   */
  record Halt(String reason, boolean lasting) {}

  /** What comes after the end is dropped: its claim is given back. */
  void put(Consignment consignment) {
    lock.lock();
    try {
      if (!over) {
        ready.add(consignment);
        moved.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next one, if it is there and may leave now. */
  Optional<Consignment> poll() {
    lock.lock();
    try {
      return isOpen() ? Optional.ofNullable(ready.poll()) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next one so long, or until the end. */
  Optional<Consignment> take(Duration patience) {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (!over && (halt != null || ready.isEmpty()) && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
      return isOpen() ? Optional.ofNullable(ready.poll()) : Optional.empty();
    } catch (InterruptedException end) {
      over = true;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOpen() {
    return !over && halt == null;
  }

  /** Nothing leaves until {@link #resume}; a lasting reason goes before one that may pass. */
  void stop(Halt reason) {
    lock.lock();
    try {
      if (halt == null || (reason.lasting() && !halt.lasting())) {
        halt = reason;
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void resume() {
    lock.lock();
    try {
      halt = null;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Optional<Halt> halt() {
    lock.lock();
    try {
      return Optional.ofNullable(halt);
    } finally {
      lock.unlock();
    }
  }

  /** Takes off what no connection has begun. */
  List<Consignment> clear() {
    lock.lock();
    try {
      List<Consignment> dropped = List.copyOf(ready);
      ready.clear();
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /** The connections end with what they have begun. */
  void end() {
    lock.lock();
    try {
      over = true;
      ready.clear();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }
}
