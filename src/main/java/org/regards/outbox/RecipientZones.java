package org.regards.outbox;

import java.time.ZoneId;
import java.util.List;
import org.regards.language.CountryZones;

/**
 * By whose clocks a letter goes.
 *
 * @param business where the sender is, at least one; for recipients of whom no country is known
 */
public record RecipientZones(List<ZoneId> business) {
  public RecipientZones {
    business = List.copyOf(business);
  }

  List<ZoneId> of(PaceDao.Place place) {
    List<ZoneId> zones = CountryZones.of(place.country(), place.region());
    return zones.isEmpty() ? business : zones;
  }
}
