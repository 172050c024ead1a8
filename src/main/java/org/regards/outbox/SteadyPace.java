package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.regards.letter.LetterId;
import org.regards.mail.Reply;

/**
 * Keeps to the limits of the server, which are counted in the store over the last minute and the
 * last 24 hours, so that restarts and several workers count together; to those of each domain; and
 * to the quiet hours of each recipient. Slows down when it is told to.
 */
final class SteadyPace implements Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** The server is closing the channel: that is about us, not about a recipient. */
  private static final int CLOSING = 421;

  /** When so many domains find us too fast at the same time, we are. */
  private static final int TOO_MANY = 3;

  private final PaceLimits limits;
  private final QuietHours quiet;
  private final RecipientZones zones;
  private final Lane server = new Lane(OptionalInt.empty());
  private final Map<String, Lane> domains = new HashMap<>();

  SteadyPace(PaceLimits limits, QuietHours quiet, RecipientZones zones) {
    this.limits = limits;
    this.quiet = quiet;
    this.zones = zones;
  }

  @Override
  public synchronized Room room(Handle handle, Instant now) {
    domains.values().removeIf(lane -> lane.isIdle(now));
    PaceDao sent = new PaceDao(handle);
    Room room = limited(sent, limits.server().perDay(), DAY, "a day", now);
    if (room.letters() > 0) {
      Room minute = limited(sent, limits.server().perMinute(), MINUTE, "a minute", now);
      room = minute.letters() < room.letters() ? minute : room;
    }
    int fit = server.room(now);
    if (fit >= room.letters()) {
      return room;
    }
    if (fit > 0) {
      return new Room(fit, now.plus(SECOND), "");
    }
    Instant again = server.goesOn().isAfter(now) ? server.goesOn() : now.plus(SECOND);
    return new Room(0, again, "the mail server asked us to go slower");
  }

  /** What is ahead of the clock counts too, unless it lies so far ahead that the clock is wrong. */
  private static Room limited(
      PaceDao dao, OptionalInt limit, Duration period, String words, Instant now) {
    if (limit.isEmpty()) {
      return new Room(Integer.MAX_VALUE, now.plus(SECOND), "");
    }
    Instant from = now.minus(period);
    Instant until = now.plus(period);
    int left = limit.getAsInt() - dao.sent(from, until);
    if (left > 0) {
      return new Room(left, now.plus(SECOND), "");
    }
    Instant again =
        dao.youngest(limit.getAsInt(), from, until)
            .map(sent -> sent.plus(period))
            .filter(free -> free.isBefore(until))
            .orElse(until);
    return new Room(
        0,
        again,
        String.format(
            Locale.ROOT,
            limit.getAsInt() == 1
                ? "the limit of %,d email %s is reached"
                : "the limit of %,d emails %s is reached",
            limit.getAsInt(),
            words));
  }

  @Override
  public Map<Claim, Later> later(Handle handle, List<Claim> claims, Instant now) {
    return later(inQuietHours(handle, claims, now), claims, now);
  }

  private synchronized Map<Claim, Later> later(
      Map<Claim, Later> quiet, List<Claim> claims, Instant now) {
    Map<Claim, Later> later = new HashMap<>(quiet);
    for (Claim claim : claims) {
      if (later.containsKey(claim)) {
        continue;
      }
      Lane domain = lane(claim);
      if (isFull(domain, now)) {
        Instant until = domain.reserve(apart(), now);
        later.put(claim, new Later(until, why(domain, claim, now)));
      } else {
        domain.begin(now);
        server.begin(now);
      }
    }
    return later;
  }

  private Map<Claim, Later> inQuietHours(Handle handle, List<Claim> claims, Instant now) {
    if (quiet.equals(QuietHours.NONE)) {
      return Map.of();
    }
    Map<Claim, Later> later = new HashMap<>();
    Map<List<ZoneId>, Optional<QuietHours.Wait>> known = new HashMap<>();
    Map<LetterId, PaceDao.Place> places =
        new PaceDao(handle).places(claims.stream().map(Claim::letter).toList());
    for (Claim claim : claims) {
      known
          .computeIfAbsent(
              zones.of(places.getOrDefault(claim.letter(), PaceDao.Place.UNKNOWN)),
              there -> quiet.wait(there, now))
          .ifPresent(
              wait ->
                  later.put(
                      claim,
                      new Later(
                          wait.until(),
                          "it is quiet until %s (send it now with --now)"
                              .formatted(wait.words(now)))));
    }
    return later;
  }

  @Override
  public Pace withoutQuietHours() {
    SteadyPace all = this;
    return new Pace() {
      @Override
      public Room room(Handle handle, Instant now) {
        return all.room(handle, now);
      }

      @Override
      public Map<Claim, Later> later(Handle handle, List<Claim> claims, Instant now) {
        return all.later(Map.of(), claims, now);
      }

      @Override
      public void slowDown(Claim claim, Reply reply, Instant now) {
        all.slowDown(claim, reply, now);
      }

      @Override
      public void settled(Claim claim, boolean taken, Instant now) {
        all.settled(claim, taken, now);
      }
    };
  }

  private boolean isFull(Lane domain, Instant now) {
    return domain.room(now) == 0
        || domain.underWay() >= limits.domainAtOnce().orElse(Integer.MAX_VALUE);
  }

  private String why(Lane domain, Claim claim, Instant now) {
    return domain.goesOn().isAfter(now)
        ? claim.domain() + " asked us to go slower"
        : "as many as may go to %s at once are on their way".formatted(claim.domain());
  }

  /** About how long a letter is under way, among as many as may be. */
  private Duration apart() {
    return SECOND.dividedBy(Math.max(1, limits.domainAtOnce().orElse(1)));
  }

  @Override
  public synchronized void slowDown(Claim claim, Reply reply, Instant now) {
    if (reply.code() == CLOSING) {
      server.slowDown(now);
      return;
    }
    lane(claim).slowDown(now);
    if (domains.values().stream().filter(lane -> lane.goesOn().isAfter(now)).count() >= TOO_MANY) {
      server.slowDown(now);
    }
  }

  @Override
  public synchronized void settled(Claim claim, boolean taken, Instant now) {
    lane(claim).end(taken);
    server.end(taken);
  }

  private Lane lane(Claim claim) {
    return domains.computeIfAbsent(
        claim.domain().toLowerCase(Locale.ROOT), name -> new Lane(limits.domainPerMinute()));
  }
}
