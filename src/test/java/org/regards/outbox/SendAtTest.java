package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regards.language.CountryZones;

class SendAtTest {
  @Test
  void isLocalToTheRecipient() {
    assertThat(moment("2026-12-01T09:00", CountryZones.of("JP", "")))
        .isEqualTo("2026-12-01T00:00:00Z");
    assertThat(moment("2026-12-01T09:00:30", CountryZones.of("GB", "")))
        .isEqualTo("2026-12-01T09:00:30Z");
  }

  @Test
  void isAMomentWithAnOffset() {
    assertThat(moment("2026-12-01T09:00+01:00", CountryZones.of("JP", "")))
        .isEqualTo("2026-12-01T08:00:00Z");
    assertThat(moment("2026-12-01T09:00:00Z", CountryZones.of("JP", "")))
        .isEqualTo("2026-12-01T09:00:00Z");
  }

  @Test
  void comesInNoZoneOfTheCountryTooEarly() {
    assertThat(moment("2026-12-01T09:00", CountryZones.of("US", "TX")))
        .isEqualTo("2026-12-01T16:00:00Z");
  }

  @Test
  void isTheMomentAtWhichClocksAreMovedWhereTheyLeaveItOut() {
    assertThat(moment("2026-03-29T02:30", List.of(ZoneId.of("Europe/Berlin"))))
        .isEqualTo("2026-03-29T01:00:00Z");
    // Samoa had no 30 December 2011
    assertThat(moment("2011-12-30T09:00", List.of(ZoneId.of("Pacific/Apia"))))
        .isEqualTo("2011-12-30T10:00:00Z");
  }

  @Test
  void isTheFirstOfTwoWhereClocksShowItTwice() {
    assertThat(moment("2026-10-25T02:30", List.of(ZoneId.of("Europe/Berlin"))))
        .isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void isNothingElse() {
    for (String text : List.of("", "tomorrow", "2026-12-01", "09:00", "2026-13-01T09:00")) {
      assertThat(SendAt.parse(text)).as(text).isEqualTo(Optional.empty());
    }
  }

  private static Instant moment(String text, List<ZoneId> zones) {
    return SendAt.parse(text).orElseThrow().in(zones);
  }
}
