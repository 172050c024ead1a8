package org.regards.outbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** Moments by the clocks of a zone, also on the days on which they are moved. */
final class LocalClock {
  private LocalClock() {}

  /** A time that the clocks leave out is the moment at which they are moved; of two, the first. */
  static Instant first(LocalDateTime time, ZoneId zone) {
    return instant(time, zone, true);
  }

  /** A time that the clocks leave out is the moment at which they are moved; of two, the second. */
  static Instant last(LocalDateTime time, ZoneId zone) {
    return instant(time, zone, false);
  }

  private static Instant instant(LocalDateTime time, ZoneId zone, boolean earlier) {
    @Nullable ZoneOffsetTransition moved = zone.getRules().getTransition(time);
    if (moved == null) {
      return time.atZone(zone).toInstant();
    }
    if (moved.isGap()) {
      return moved.getInstant();
    }
    return time.toInstant(earlier ? moved.getOffsetBefore() : moved.getOffsetAfter());
  }
}
