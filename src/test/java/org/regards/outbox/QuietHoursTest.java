package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regards.language.CountryZones;
import org.regards.outbox.QuietHours.Wait;

class QuietHoursTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHTS = nights("20:00", "08:00");

  @Test
  void waitsForTheMorningOfTheRecipient() {
    assertThat(end(NIGHTS, "2026-11-02T11:00:00Z", TOKYO)).contains("2026-11-02T23:00:00Z");
    assertThat(end(NIGHTS, "2026-11-02T22:59:59Z", TOKYO)).contains("2026-11-02T23:00:00Z");
    assertThat(end(NIGHTS, "2026-11-02T23:00:00Z", TOKYO)).isEmpty();
    assertThat(end(NIGHTS, "2026-11-03T10:59:59Z", TOKYO)).isEmpty();
  }

  @Test
  void saysByWhoseClocks() {
    Instant night = Instant.parse("2026-11-02T16:00:00Z");
    assertThat(NIGHTS.wait(List.of(TOKYO), night).orElseThrow().words(night))
        .isEqualTo("08:00 in Tokyo");
    Instant evening = Instant.parse("2026-11-02T12:00:00Z");
    assertThat(NIGHTS.wait(List.of(TOKYO), evening).orElseThrow().words(evening))
        .isEqualTo("Tuesday 08:00 in Tokyo");
  }

  @Test
  void knowsQuietHoursWithinADay() {
    QuietHours noon = nights("12:00", "14:00");
    assertThat(end(noon, "2026-11-02T11:59:59Z", ZoneId.of("UTC"))).isEmpty();
    assertThat(end(noon, "2026-11-02T12:00:00Z", ZoneId.of("UTC")))
        .contains("2026-11-02T14:00:00Z");
  }

  @Test
  void waitsOverAWeekend() {
    QuietHours quiet =
        new QuietHours(
            LocalTime.of(20, 0), LocalTime.of(8, 0), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    assertThat(end(quiet, "2026-11-06T20:00:00Z", BERLIN)).contains("2026-11-09T07:00:00Z");
    QuietHours days = QuietHours.onDays(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    assertThat(end(days, "2026-11-06T22:59:00Z", BERLIN)).isEmpty();
    assertThat(end(days, "2026-11-06T23:00:00Z", BERLIN)).contains("2026-11-08T23:00:00Z");
  }

  @Test
  void waitsWhileItIsQuietInAnyZoneOfTheCountry() {
    List<ZoneId> states = CountryZones.of("US", "");
    // 08:00 in New York, 03:00 in Honolulu and Adak
    Instant morning = Instant.parse("2026-11-02T13:00:00Z");
    Wait wait = NIGHTS.wait(states, morning).orElseThrow();
    assertThat(wait.until()).isEqualTo("2026-11-02T18:00:00Z");
    assertThat(wait.words(morning)).isEqualTo("08:00 in Adak");
    assertThat(NIGHTS.wait(CountryZones.of("US", "NY"), morning)).isEmpty();
  }

  @Test
  void goesByTheMiddleZoneWhereItIsAlwaysQuietSomewhere() {
    QuietHours early = nights("17:00", "08:00");
    List<ZoneId> zones = CountryZones.of("RU", "");
    Wait wait = early.wait(zones, Instant.parse("2026-11-02T18:00:00Z")).orElseThrow();
    assertThat(wait.until()).isBefore("2026-11-03T18:00:00Z");
  }

  @Test
  void endsWhenClocksAreMovedWhereTheyLeaveTheEndOut() {
    // clocks of Berlin go from 02:00 to 03:00 on 29 March 2026 at 01:00 UTC
    assertThat(end(nights("22:00", "02:30"), "2026-03-28T23:00:00Z", BERLIN))
        .contains("2026-03-29T01:00:00Z");
    assertThat(end(nights("02:15", "02:45"), "2026-03-29T01:00:00Z", BERLIN)).isEmpty();
  }

  @Test
  void endsTheSecondTimeWhereClocksShowTheEndTwice() {
    // clocks of Berlin go from 03:00 to 02:00 on 25 October 2026 at 01:00 UTC
    assertThat(end(nights("22:00", "02:30"), "2026-10-24T22:00:00Z", BERLIN))
        .contains("2026-10-25T01:30:00Z");
    assertThat(end(nights("22:00", "02:30"), "2026-10-25T01:10:00Z", BERLIN))
        .contains("2026-10-25T01:30:00Z");
  }

  @Test
  void neverWaitsWithoutQuietHours() {
    assertThat(end(QuietHours.NONE, "2026-11-02T00:00:00Z", BERLIN)).isEmpty();
    assertThat(end(QuietHours.NONE, "2026-11-01T23:00:00Z", BERLIN)).isEmpty();
  }

  private static Optional<String> end(QuietHours quiet, String now, ZoneId zone) {
    return quiet.wait(List.of(zone), Instant.parse(now)).map(wait -> wait.until().toString());
  }

  private static QuietHours nights(String from, String until) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(until), Set.of());
  }
}
