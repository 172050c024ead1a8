package org.regards.outbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.language.CountryZones;

/**
 * When nobody wants to hear from us, by the clocks of those we write to.
 *
 * @param from of every night; the same as {@code until} when nights are not quiet
 * @param days that are quiet from midnight to midnight
 */
public record QuietHours(LocalTime from, LocalTime until, Set<DayOfWeek> days) {
  /** No letter waits at all. */
  public static final QuietHours NONE =
      new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of());

  private static final Duration LONGEST = Duration.ofDays(10);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /**
   * @throws IllegalArgumentException when it is always quiet
   */
  public QuietHours {
    days = Set.copyOf(days);
    if (days.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("some day of the week must not be quiet");
    }
  }

  /** Those days and nights alone, where no night is given. */
  public static QuietHours onDays(Collection<DayOfWeek> days) {
    return new QuietHours(
        LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, days.isEmpty() ? Set.of() : EnumSet.copyOf(days));
  }

  /**
   * The end of quiet.
   *
   * @param zone whose clocks it goes by
   */
  public record Wait(Instant until, ZoneId zone) {
    /** As in {@code it waits until 08:00 in Tokyo}; the day is named when it is not that of now. */
    String words(Instant now) {
      LocalDateTime local = LocalDateTime.ofInstant(until, zone);
      LocalDate today = LocalDate.ofInstant(now, zone);
      String day =
          local.toLocalDate().equals(today)
              ? ""
              : local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ";
      return "%s%s in %s".formatted(day, TIME.format(local), CountryZones.city(zone));
    }
  }

  /**
   * Until when a letter waits; empty when it may go now. A recipient who lives in one of several
   * zones is not written to while it is quiet in any; where that would be always, the middle one
   * decides.
   *
   * @param zones where the recipient may live
   */
  public Optional<Wait> wait(List<ZoneId> zones, Instant now) {
    Optional<Wait> found = waitInAll(zones, now);
    boolean never =
        found.isPresent() && Duration.between(now, found.get().until()).compareTo(LONGEST) > 0;
    return never ? waitInAll(List.of(middle(zones, now)), now) : found;
  }

  private Optional<Wait> waitInAll(List<ZoneId> zones, Instant now) {
    @Nullable Wait wait = null;
    Instant moment = now;
    boolean quiet = true;
    while (quiet && Duration.between(now, moment).compareTo(LONGEST) <= 0) {
      quiet = false;
      for (ZoneId zone : zones) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        if (isQuiet(local)) {
          quiet = true;
          moment = LocalClock.last(end(local), zone);
          wait = new Wait(moment, zone);
        }
      }
    }
    return Optional.ofNullable(wait);
  }

  private boolean isQuiet(LocalDateTime local) {
    return days.contains(local.getDayOfWeek()) || isNight(local.toLocalTime());
  }

  private boolean isNight(LocalTime time) {
    return from.isAfter(until)
        ? !time.isBefore(from) || time.isBefore(until)
        : !time.isBefore(from) && time.isBefore(until);
  }

  /** The end of this day or night; what follows may be quiet as well. */
  private LocalDateTime end(LocalDateTime quiet) {
    LocalDate day = quiet.toLocalDate();
    if (days.contains(day.getDayOfWeek())) {
      return day.plusDays(1).atStartOfDay();
    }
    return quiet.toLocalTime().isBefore(until) ? day.atTime(until) : day.plusDays(1).atTime(until);
  }

  private static ZoneId middle(List<ZoneId> zones, Instant now) {
    List<ZoneId> fromWest =
        zones.stream()
            .sorted(
                Comparator.comparingInt(zone -> zone.getRules().getOffset(now).getTotalSeconds()))
            .toList();
    return fromWest.get(fromWest.size() / 2);
  }
}
