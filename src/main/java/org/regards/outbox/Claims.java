package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.store.Database;

/** Takes deliveries for one worker, and takes over those of workers that are gone. */
final class Claims {
  private final Database database;
  private final Rules rules;
  private final String server;
  private final InstantSource clock;
  private final long worker;

  private Claims(Database database, Rules rules, String server, InstantSource clock, long worker) {
    this.database = database;
    this.rules = rules;
    this.server = server;
    this.clock = clock;
    this.worker = worker;
  }

  /** Becomes a worker. */
  static Claims join(Database database, Rules rules, String server, InstantSource clock) {
    Instant now = clock.instant();
    long worker =
        database.note(
            handle -> {
              rules.witness().look(handle, now);
              return rules.workers().join(handle, now);
            });
    Claims claims = new Claims(database, rules, server, clock, worker);
    claims.adopt();
    return claims;
  }

  /**
   * What came of asking for more.
   *
   * @param claims now ours
   * @param postponed those that are to wait, and until when
   * @param version of the store at the claim, from which nothing had changed for a check
   * @param asked how many of the letters that were named have been looked at
   * @param stop why all email stands still, or null
   * @param full when there was no room for more, or null
   */
  record Taken(
      List<Claim> claims,
      Map<Claim, Pace.Later> postponed,
      OptionalLong version,
      int asked,
      @Nullable QueueStop stop,
      Pace.@Nullable Room full) {}

  /** What may go now, at most so many. */
  Taken take(Scope scope, int most) {
    Taken taken = database.note(handle -> take(handle, scope, most));
    if (!taken.claims().isEmpty()) {
      rules.witness().claimed();
    }
    return taken;
  }

  private Taken take(Handle handle, Scope scope, int most) {
    Instant now = clock.instant();
    OptionalLong version = database.version(handle);
    Optional<QueueStop> stop = new QueueStopDao(handle).find();
    if (stop.isPresent()) {
      return new Taken(List.of(), Map.of(), version, 0, stop.get(), null);
    }
    Pace.Room room = rules.pace().room(handle, now);
    if (room.letters() < 1) {
      return new Taken(List.of(), Map.of(), version, 0, null, room);
    }
    ClaimDao dao = new ClaimDao(handle);
    int asked = Math.min(most, room.letters());
    List<Claim> found = dao.claimable(scope, now, asked);
    if (found.isEmpty()) {
      return new Taken(List.of(), Map.of(), version, asked, null, null);
    }
    // While this lasts nobody takes over from us; a look that finds nothing writes nothing.
    beat(handle, now);
    Map<Claim, Pace.Later> later = rules.pace().later(handle, found, now);
    List<Claim> going = new ArrayList<>(found);
    going.removeAll(later.keySet());
    if (!later.isEmpty()) {
      dao.postpone(later);
    }
    if (!going.isEmpty()) {
      rules.witness().claiming(handle, now);
      going = dao.begin(going, worker, server, now);
    }
    return new Taken(going, later, version, asked, null, null);
  }

  /** Says that we live. */
  void beat() {
    database.note(
        handle -> {
          beat(handle, clock.instant());
          return worker;
        });
    rules.witness().beaten();
  }

  /** Returns when nobody can take us for dead at this moment. */
  void proveAlive() {
    if (!rules.workers().mayPass()) {
      beat();
    }
  }

  private void beat(Handle handle, Instant now) {
    if (!rules.workers().beat(handle, worker, now)) {
      throw new TakenForDeadException();
    }
  }

  /** Puts in order what workers left that are gone. */
  void adopt() {
    database.note(
        handle -> {
          Instant now = clock.instant();
          ClaimDao dao = new ClaimDao(handle);
          dao.mendClock(now, now.plus(RetryPlan.FARTHEST));
          // Before the living: whoever joins in between and claims is not taken for dead.
          Set<Long> gone = dao.holders();
          gone.removeAll(rules.workers().living(handle, worker, now));
          if (gone.isEmpty()) {
            return worker;
          }
          dao.takeBack(gone, now);
          List<ClaimDao.Abandoned> doubtful = dao.abandoned(gone);
          if (!doubtful.isEmpty()) {
            dao.leaveInDoubt(doubtful.stream().filter(Claims::isForAPerson).toList());
            dao.sendAgain(
                doubtful.stream().filter(one -> !isForAPerson(one)).toList(),
                now.plus(rules.probe()));
          }
          return worker;
        });
  }

  private static boolean isForAPerson(ClaimDao.Abandoned attempt) {
    return attempt.resent() || Doubt.isForAPerson(attempt.type());
  }

  void giveBack(List<Claim> claims) {
    if (!claims.isEmpty()) {
      Instant now = clock.instant();
      claims.forEach(claim -> rules.pace().settled(claim, false, now));
      database.note(
          handle -> {
            new ClaimDao(handle).giveBack(claims, now);
            return claims;
          });
    }
  }

  Optional<QueueStop> stop() {
    return database.read(handle -> new QueueStopDao(handle).find());
  }

  /** Gives back what has not gone, and is no worker any more. */
  void leave() {
    database.note(
        handle -> {
          Instant now = clock.instant();
          new ClaimDao(handle).giveBack(worker, now);
          rules.workers().leave(handle, worker, now);
          return worker;
        });
    rules.witness().left();
  }
}
