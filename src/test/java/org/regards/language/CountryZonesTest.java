package org.regards.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountryZonesTest {
  @Test
  void knowsTheZoneOfACountryThatHasOne() {
    assertThat(CountryZones.of("JP", "")).containsExactly(ZoneId.of("Asia/Tokyo"));
    assertThat(CountryZones.of("IT", "MI")).containsExactly(ZoneId.of("Europe/Rome"));
    assertThat(CountryZones.of("FR", "")).containsExactly(ZoneId.of("Europe/Paris"));
  }

  @Test
  void knowsAllZonesInWhichPeopleLive() {
    assertThat(CountryZones.of("ES", ""))
        .containsExactly(zones("Africa/Ceuta", "Atlantic/Canary", "Europe/Madrid"));
    assertThat(CountryZones.of("US", ""))
        .contains(zones("America/New_York", "America/Los_Angeles", "Pacific/Honolulu"));
    assertThat(CountryZones.of("AU", ""))
        .contains(zones("Australia/Lord_Howe"))
        .doesNotContain(zones("Antarctica/Macquarie"));
  }

  @Test
  void knowsTheZonesOfAStateByItsCode() {
    assertThat(CountryZones.of("US", "CA")).containsExactly(zones("America/Los_Angeles"));
    assertThat(CountryZones.of("US", " ca ")).containsExactly(zones("America/Los_Angeles"));
    assertThat(CountryZones.of("US", "TX"))
        .containsExactly(zones("America/Chicago", "America/Denver"));
    assertThat(CountryZones.of("CA", "SK")).containsExactly(zones("America/Regina"));
    assertThat(CountryZones.of("AU", "NSW"))
        .containsExactly(zones("Australia/Sydney", "Australia/Broken_Hill"));
  }

  @Test
  void takesTheWholeCountryWhereTheStateIsNotKnown() {
    assertThat(CountryZones.of("US", "Calif.")).isEqualTo(CountryZones.of("US", ""));
  }

  @Test
  void knowsNoZoneOfNoCountry() {
    assertThat(CountryZones.of("", "")).isEmpty();
    assertThat(CountryZones.of("XX", "CA")).isEmpty();
  }

  @Test
  void knowsZonesOfEveryCountryThatHasPeople() {
    List<String> without =
        Arrays.stream(Locale.getISOCountries())
            .filter(country -> CountryZones.of(country, "").isEmpty())
            .toList();
    assertThat(without).containsExactly("BV", "HM");
  }

  @Test
  void namesTheCityOfAZone() {
    assertThat(CountryZones.city(ZoneId.of("Asia/Tokyo"))).isEqualTo("Tokyo");
    assertThat(CountryZones.city(ZoneId.of("America/St_Johns"))).isEqualTo("St. John’s");
    assertThat(CountryZones.city(ZoneId.of("UTC"))).isEqualTo("UTC");
  }

  private static ZoneId[] zones(String... ids) {
    return Arrays.stream(ids).map(ZoneId::of).toArray(ZoneId[]::new);
  }
}
