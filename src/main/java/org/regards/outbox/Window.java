package org.regards.outbox;

import java.time.Duration;

/**
 * How many deliveries are under way: so many that the connections never wait, and so few that what
 * was looked at when they were claimed mostly still holds at their dots. For one thread.
 */
final class Window {
  private static final int FEWEST = 16;
  private static final int MOST = 2_000;

  /** Claims that follow each other faster are worth being larger, slower ones smaller. */
  private static final Duration SHORT = Duration.ofMillis(50);

  private static final Duration LONG = Duration.ofMillis(150);

  private int size = FEWEST;
  private int underWay;
  private long claimedAt;

  /**
   * @param now in nanoseconds, as for all that follow
   */
  Window(long now) {
    this.claimedAt = now;
  }

  int underWay() {
    return underWay;
  }

  boolean isEmpty() {
    return underWay == 0;
  }

  /** How many to claim now. */
  int room() {
    return underWay > size / 2 ? 0 : size - underWay;
  }

  void claimed(int howMany, int asked, long now) {
    if (howMany == asked) {
      Duration lasted = Duration.ofNanos(now - claimedAt);
      if (lasted.compareTo(SHORT) < 0) {
        size = Math.min(MOST, size * 2);
      } else if (lasted.compareTo(LONG) > 0) {
        size = Math.max(FEWEST, size / 2);
      }
    }
    claimedAt = now;
    underWay += howMany;
  }

  void settled(int howMany) {
    underWay -= howMany;
  }

  /** Begins small again. */
  void shrink() {
    size = FEWEST;
  }
}
