package org.regards.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that a report is about, in UTC.
 *
 * @param to the last one
 */
public record Period(LocalDate from, LocalDate to) {
  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from %s is after to %s".formatted(from, to));
    }
  }

  /** The twelve months that end on a day. */
  public static Period yearTo(LocalDate day) {
    return new Period(day.minusYears(1).plusDays(1), day);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean holds(Instant moment) {
    return holds(day(moment));
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  static String quarter(LocalDate day) {
    return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /** All quarters that it touches, in order. */
  List<String> quarters() {
    List<String> quarters = new ArrayList<>();
    for (LocalDate day = from.withDayOfMonth(1); !day.isAfter(to); day = day.plusMonths(1)) {
      String quarter = quarter(day);
      if (quarters.isEmpty() || !quarters.getLast().equals(quarter)) {
        quarters.add(quarter);
      }
    }
    return quarters;
  }

  @Override
  public String toString() {
    return "from %s to %s".formatted(from, to);
  }
}
