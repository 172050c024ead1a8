package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * How fast letters may go one way: to the server, or by it to one domain. After each word that it
 * was too fast it stands still, longer each time, and goes on at half the rate; that rises by a
 * quarter a minute while nobody complains. For one thread at a time.
 */
final class Lane {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /** So many letters are taken without a word before the next pause is a shorter one. */
  private static final int CONTENT = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final OptionalInt perMinute;
  private final MinuteCount begun = new MinuteCount();
  private Instant goesOn = Instant.MIN;
  private Instant raised = Instant.MIN;
  private Instant reserved = Instant.MIN;
  private Instant seen = Instant.MIN;
  private OptionalInt slowed = OptionalInt.empty();
  private int normal;
  private int complaints;
  private int content;
  private int underWay;

  Lane(OptionalInt perMinute) {
    this.perMinute = perMinute;
  }

  /** How many may begin now. */
  int room(Instant now) {
    look(now);
    return goesOn.isAfter(now)
        ? 0
        : rate().isEmpty() ? Integer.MAX_VALUE : Math.max(0, rate().getAsInt() - begun.of(now));
  }

  /** Until when it stands still; the past when it does not. */
  Instant goesOn() {
    return goesOn;
  }

  int underWay() {
    return underWay;
  }

  void begin(Instant now) {
    begun.add(now);
    underWay++;
  }

  void end(boolean taken) {
    underWay--;
    if (taken && complaints > 0 && ++content >= CONTENT) {
      complaints--;
      content = 0;
    }
  }

  /** When one may begin for which there is no room now; each gets a moment of its own. */
  Instant reserve(Duration apart, Instant now) {
    look(now);
    Instant earliest = goesOn.isAfter(now) ? goesOn : now;
    Duration step = rate().isEmpty() ? apart : longer(apart, MINUTE.dividedBy(rate().getAsInt()));
    reserved = (reserved.isAfter(earliest) ? reserved : earliest).plus(step);
    return reserved;
  }

  /** Too fast. What answers while it stands still was on its way before. */
  void slowDown(Instant now) {
    look(now);
    if (goesOn.isAfter(now)) {
      return;
    }
    goesOn = now.plus(PAUSES.get(Math.min(complaints, PAUSES.size() - 1)));
    complaints = Math.min(complaints + 1, PAUSES.size());
    content = 0;
    int lately = begun.of(now);
    if (slowed.isEmpty()) {
      normal = perMinute.isPresent() ? Math.min(perMinute.getAsInt(), lately) : lately;
    }
    slowed = OptionalInt.of(Math.max(1, Math.min(rate().orElse(lately), lately) / 2));
    raised = goesOn;
  }

  /** Whether nothing is to be remembered of it. */
  boolean isIdle(Instant now) {
    return underWay == 0
        && complaints == 0
        && slowed.isEmpty()
        && !reserved.isAfter(now)
        && begun.of(now) == 0;
  }

  private void look(Instant now) {
    if (now.isBefore(seen)) { // the clock went back: no moment that it set is worth anything
      goesOn = earlier(goesOn, now);
      raised = earlier(raised, now);
      reserved = earlier(reserved, now);
    }
    seen = now;
    while (slowed.isPresent() && !raised.plus(MINUTE).isAfter(now)) {
      raised = raised.plus(MINUTE);
      int rate = slowed.getAsInt();
      int more = rate + Math.max(1, rate / 4);
      slowed = more > normal ? OptionalInt.empty() : OptionalInt.of(more);
    }
  }

  private OptionalInt rate() {
    return slowed.isPresent() ? slowed : perMinute;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
