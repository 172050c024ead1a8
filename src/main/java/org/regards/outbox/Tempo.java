package org.regards.outbox;

import java.time.ZoneId;
import java.util.List;

/**
 * How fast emails leave, and when.
 *
 * @param quiet when none does
 * @param zones by whose clocks that is
 */
public record Tempo(PaceLimits limits, QuietHours quiet, RecipientZones zones) {
  public static final Tempo FREE =
      new Tempo(PaceLimits.NONE, QuietHours.NONE, new RecipientZones(List.of(ZoneId.of("UTC"))));
}
