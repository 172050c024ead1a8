package org.regards.outbox;

import java.time.Instant;

/** How often something happened within the last minute, to the second. */
final class MinuteCount {
  static final int SECONDS = 60;

  private final long[] second = new long[SECONDS];
  private final int[] count = new int[SECONDS];

  void add(Instant now) {
    long at = now.getEpochSecond();
    int place = Math.floorMod(at, SECONDS);
    if (second[place] != at) {
      second[place] = at;
      count[place] = 0;
    }
    count[place]++;
  }

  /** What a clock that was ahead has noted counts for nothing. */
  int of(Instant now) {
    long at = now.getEpochSecond();
    int sum = 0;
    for (int place = 0; place < SECONDS; place++) {
      if (second[place] > at - SECONDS && second[place] <= at) {
        sum += count[place];
      }
    }
    return sum;
  }
}
