package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.mail.Reply;
import org.regards.mail.SendingLimits;
import org.regards.outbox.Pace.Later;
import org.regards.outbox.Pace.Room;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** How fast letters leave whatever store. */
abstract class PaceContract {
  private static final QuietHours NIGHTS =
      new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0), Set.of());
  private static final RecipientZones FROM_YORK =
      new RecipientZones(List.of(ZoneId.of("Europe/London")));
  private static final PostalAddress TOKYO =
      new PostalAddress("2-4-7 Marunouchi", "Tokyo", "", "100-0005", "JP");
  private static final PostalAddress NOWHERE = new PostalAddress("", "", "", "", "");

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-11-02T09:30:00Z");
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hasRoomForWhatIsLeftOfTheDay() {
    Pace pace = limited(limits(0, 5));
    sent(1, now.minus(Duration.ofHours(25)));
    sent(2, now.minus(Duration.ofHours(23)));
    sent(3, now.minus(Duration.ofHours(1)));
    assertThat(room(pace).letters()).isEqualTo(3);
  }

  @Test
  void saysWhenItGoesOnOnceTheDayIsFull() {
    for (int letter = 1; letter <= 4; letter++) {
      sent(letter, now.minus(Duration.ofHours(24 - 4 * letter)));
    }
    assertThat(room(limited(limits(0, 3))))
        .isEqualTo(
            new Room(0, now.plus(Duration.ofHours(8)), "the limit of 3 emails a day is reached"));
  }

  @Test
  void countsWhatOthersSentWithinTheMinute() {
    Pace pace = limited(limits(2, 100));
    sent(1, now.minusSeconds(70));
    sent(2, now.minusSeconds(50));
    assertThat(room(pace).letters()).isEqualTo(1);
    sent(3, now.minusSeconds(20));
    assertThat(room(pace))
        .isEqualTo(new Room(0, now.plusSeconds(10), "the limit of 2 emails a minute is reached"));
  }

  @Test
  void doesNotWaitForAClockThatWasAYearAhead() {
    sent(1, now.plus(Duration.ofDays(365)));
    assertThat(room(limited(limits(0, 1))).letters()).isEqualTo(1);
    sent(2, now.plus(Duration.ofHours(2)));
    assertThat(room(limited(limits(0, 1))).again()).isEqualTo(now.plus(Duration.ofHours(24)));
  }

  @Test
  void lettersOnPaperCountForNothing() {
    LetterShelf.put(database, new LetterId(1), SampleLetters.thankYou());
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest,
                                      message_id, server, reply, file, queued_at, changed_at)
                VALUES (1, 1, 'print', 'C-1017', 'sending', 1, '', '', '', '', '', ?, ?)
                """,
                now,
                now));
    assertThat(room(limited(limits(0, 1))).letters()).isEqualTo(1);
  }

  @Test
  void standsStillWhenTheServerClosesTheChannelOnUs() {
    Pace pace = limited(PaceLimits.NONE);
    pace.slowDown(claim(1, "mail.example"), reply(421, "4.7.0 too many connections"), now);
    assertThat(room(pace))
        .isEqualTo(
            new Room(0, now.plus(Duration.ofMinutes(1)), "the mail server asked us to go slower"));
    now = now.plus(Duration.ofMinutes(1));
    assertThat(room(pace).letters()).isEqualTo(1);
  }

  @Test
  void letsOtherDomainsGoOnWhenOneWantsFewer() {
    Pace pace = limited(PaceLimits.NONE);
    Claim one = claim(1, "mail.example");
    Claim other = claim(2, "post.example");
    assertThat(later(pace, one)).isEmpty();
    pace.slowDown(one, reply(450, "4.7.1 rate limited"), now);
    pace.settled(one, false, now);
    assertThat(room(pace).letters()).isEqualTo(Integer.MAX_VALUE);
    Claim next = claim(3, "MAIL.example");
    Map<Claim, Later> later = later(pace, next, other);
    assertThat(later).containsOnlyKeys(next);
    assertThat(later.get(next).until()).isBetween(now.plusSeconds(60), now.plusSeconds(120));
    assertThat(later.get(next).why()).isEqualTo("MAIL.example asked us to go slower");
  }

  @Test
  void takesManyDomainsThatWantFewerForTheServer() {
    Pace pace = limited(PaceLimits.NONE);
    for (String domain : List.of("mail.example", "post.example", "letter.example")) {
      assertThat(room(pace).letters()).isPositive();
      pace.slowDown(claim(1, domain), reply(450, "4.7.1 rate limited"), now);
    }
    assertThat(room(pace).letters()).isZero();
  }

  @Test
  void keepsToSoManyAtOnceToADomain() {
    Pace pace = limited(new PaceLimits(SendingLimits.NONE, OptionalInt.of(2), OptionalInt.empty()));
    List<Claim> claims =
        LongStream.rangeClosed(1, 5).mapToObj(id -> claim(id, "mail.example")).toList();
    Map<Claim, Later> later = later(pace, claims.toArray(Claim[]::new));
    assertThat(later).containsOnlyKeys(claims.subList(2, 5));
    assertThat(later.get(claims.get(4)).until()).isEqualTo(now.plusMillis(1500));
    assertThat(later.get(claims.get(4)).why())
        .isEqualTo("as many as may go to mail.example at once are on their way");
    pace.settled(claims.getFirst(), true, now);
    assertThat(later(pace, claims.get(4))).isEmpty();
  }

  @Test
  void keepsToSoManyAMinuteToADomain() {
    Pace pace = limited(new PaceLimits(SendingLimits.NONE, OptionalInt.empty(), OptionalInt.of(1)));
    Claim first = claim(1, "mail.example");
    Claim second = claim(2, "mail.example");
    assertThat(later(pace, first, second)).containsOnlyKeys(second);
    pace.settled(first, true, now);
    now = now.plusSeconds(60);
    assertThat(later(pace, second)).isEmpty();
  }

  @Test
  void waitsWhileItIsNightWhereTheRecipientLives() {
    Pace pace = new SteadyPace(PaceLimits.NONE, NIGHTS, FROM_YORK);
    Claim tokyo = livesIn(1, TOKYO);
    Claim belfast = livesIn(2, SampleLetters.BELFAST);
    now = Instant.parse("2026-11-02T12:00:00Z");
    assertThat(later(pace, tokyo, belfast))
        .isEqualTo(
            Map.of(
                tokyo,
                new Later(
                    Instant.parse("2026-11-02T23:00:00Z"),
                    "it is quiet until Tuesday 08:00 in Tokyo (send it now with --now)")));
    assertThat(later(pace.withoutQuietHours(), tokyo)).isEmpty();
  }

  @Test
  void goesByOurClocksWhereTheCountryIsNotKnown() {
    Pace pace = new SteadyPace(PaceLimits.NONE, NIGHTS, FROM_YORK);
    Claim nowhere = livesIn(1, NOWHERE);
    now = Instant.parse("2026-11-02T07:00:00Z");
    assertThat(later(pace, nowhere).get(nowhere).why())
        .isEqualTo("it is quiet until 08:00 in London (send it now with --now)");
  }

  private static Pace limited(PaceLimits limits) {
    return new SteadyPace(limits, QuietHours.NONE, FROM_YORK);
  }

  private static PaceLimits limits(int perMinute, int perDay) {
    return new PaceLimits(
        new SendingLimits(
            perMinute == 0 ? OptionalInt.empty() : OptionalInt.of(perMinute),
            OptionalInt.of(perDay),
            1),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private Room room(Pace pace) {
    return database.read(handle -> pace.room(handle, now));
  }

  private Map<Claim, Later> later(Pace pace, Claim... claims) {
    return database.read(handle -> pace.later(handle, List.of(claims), now));
  }

  private static Reply reply(int code, String text) {
    return new Reply(code, text);
  }

  private static Claim claim(long id, String domain) {
    Instant queued = Instant.parse("2026-11-02T09:00:00Z");
    return new Claim(
        id,
        new LetterId(id),
        "tomoko.arai@" + domain,
        Actor.PROGRAM,
        1,
        0,
        null,
        false,
        "<1@orchard.example>",
        queued);
  }

  private Claim livesIn(long id, PostalAddress address) {
    LetterShelf.put(
        database,
        new LetterId(id),
        SampleLetters.thankYou(
            new Recipient(
                new CustomerId("C-1017"), "Tomoko Arai", "", address, "tomoko@mail.example"),
            SampleLetters.MARA,
            LetterChannel.EMAIL));
    return claim(id, "mail.example");
  }

  private void sent(long id, Instant at) {
    LetterId letter = new LetterId(id);
    LetterShelf.put(database, letter, SampleLetters.thankYou());
    database.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest,
                                    message_id, server, reply, file, queued_at, changed_at)
              VALUES (?, ?, 'email', 'tomoko.arai@mail.example', 'accepted', 1, '', '', '', '', '',
                      ?, ?)
              """,
              id,
              id,
              at,
              at);
          return id;
        });
  }
}
