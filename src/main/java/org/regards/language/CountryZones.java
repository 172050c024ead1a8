package org.regards.language;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The time zones of countries, and of the states of wide ones, by CLDR and the tz database. */
public final class CountryZones {
  /** A weather station each. */
  private static final Set<String> UNINHABITED =
      Set.of("Antarctica/Macquarie", "America/Danmarkshavn");

  /** Zones of states that are in more than one have all of them: {@code zone: state state …}. */
  private static final String STATES =
      """
      America/New_York: US-CT US-DC US-DE US-FL US-GA US-KY US-MA US-MD US-ME US-NC US-NH US-NJ US-NY
      America/New_York: US-OH US-PA US-RI US-SC US-TN US-VA US-VT US-WV
      America/Detroit: US-MI
      America/Indiana/Indianapolis: US-IN
      America/Chicago: US-AL US-AR US-FL US-IA US-IL US-IN US-KS US-KY US-LA US-MI US-MN US-MO US-MS
      America/Chicago: US-ND US-NE US-OK US-SD US-TN US-TX US-WI
      America/Denver: US-AZ US-CO US-ID US-KS US-MT US-ND US-NE US-NM US-NV US-OR US-SD US-TX US-UT
      America/Denver: US-WY
      America/Phoenix: US-AZ
      America/Los_Angeles: US-CA US-ID US-NV US-OR US-WA
      America/Anchorage: US-AK
      America/Adak: US-AK
      Pacific/Honolulu: US-HI
      America/Puerto_Rico: US-PR US-VI
      Pacific/Guam: US-GU US-MP
      Pacific/Pago_Pago: US-AS
      America/St_Johns: CA-NL
      America/Goose_Bay: CA-NL
      America/Halifax: CA-NB CA-NS CA-PE CA-QC
      America/Toronto: CA-ON CA-QC
      America/Winnipeg: CA-MB CA-ON
      America/Regina: CA-SK
      America/Edmonton: CA-AB CA-BC CA-NT
      America/Vancouver: CA-BC
      America/Whitehorse: CA-YT
      America/Iqaluit: CA-NU
      America/Rankin_Inlet: CA-NU
      America/Cambridge_Bay: CA-NU
      Australia/Sydney: AU-ACT AU-NSW
      Australia/Broken_Hill: AU-NSW
      Australia/Melbourne: AU-VIC
      Australia/Brisbane: AU-QLD
      Australia/Adelaide: AU-SA
      Australia/Perth: AU-WA
      Australia/Hobart: AU-TAS
      Australia/Darwin: AU-NT
      """;

  private static final Map<String, List<ZoneId>> OF_STATES = ofStates();

  /** What CLDR says does not change, and is asked for each letter. */
  private static final Map<String, List<ZoneId>> OF_COUNTRIES = new ConcurrentHashMap<>();

  private CountryZones() {}

  /**
   * The zones in which people of a country live; of a state alone where it is known by its code.
   *
   * @param country by ISO 3166-1 alpha-2 code; may be empty
   * @param region as in an address; may be empty
   * @return empty when the country is not known
   */
  public static List<ZoneId> of(String country, String region) {
    List<ZoneId> ofState = OF_STATES.get(country + "-" + region.strip().toUpperCase(Locale.ROOT));
    return ofState == null
        ? OF_COUNTRIES.computeIfAbsent(country, CountryZones::ofCountry)
        : ofState;
  }

  /** A city by whose clock people know a zone, in English. */
  public static String city(ZoneId zone) {
    String known = TimeZoneNames.getInstance(ULocale.ENGLISH).getExemplarLocationName(zone.getId());
    return known == null ? zone.getId() : known;
  }

  private static List<ZoneId> ofCountry(String country) {
    if (!Countries.isKnown(country)) {
      return List.of();
    }
    Set<String> javaKnows = ZoneId.getAvailableZoneIds();
    return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
        .filter(id -> javaKnows.contains(id) && !UNINHABITED.contains(id))
        .sorted()
        .map(ZoneId::of)
        .toList();
  }

  private static Map<String, List<ZoneId>> ofStates() {
    return STATES
        .lines()
        .map(line -> line.split(": ", 2))
        .flatMap(line -> Arrays.stream(line[1].split(" ")).map(state -> Map.entry(state, line[0])))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(
                    entry -> ZoneId.of(entry.getValue()), Collectors.toUnmodifiableList())));
  }
}
