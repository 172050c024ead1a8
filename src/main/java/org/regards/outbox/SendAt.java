package org.regards.outbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When a letter is to leave: a moment, or a time by the clocks of whoever gets it. */
public sealed interface SendAt {
  /** The same for all recipients. */
  record Moment(Instant instant) implements SendAt {}

  /** When the clocks of the recipient show it. */
  record Local(LocalDateTime time) implements SendAt {}

  /** Reads {@code 2026-12-01T09:00}, which is local, or one with an offset, which is a moment. */
  static Optional<SendAt> parse(String text) {
    try {
      return Optional.of(new Local(LocalDateTime.parse(text)));
    } catch (DateTimeException notLocal) {
      try {
        return Optional.of(new Moment(OffsetDateTime.parse(text).toInstant()));
      } catch (DateTimeException neither) {
        return Optional.empty();
      }
    }
  }

  /**
   * When that is; where the recipient may live in several zones, when the last of them has come to
   * that time.
   *
   * @param zones where the recipient may live, at least one
   */
  default Instant in(List<ZoneId> zones) {
    return switch (this) {
      case Moment moment -> moment.instant();
      case Local local ->
          zones.stream()
              .map(zone -> LocalClock.first(local.time(), zone))
              .max(Comparator.naturalOrder())
              .orElseThrow();
    };
  }
}
