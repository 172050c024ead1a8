package org.regards.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments as the store keeps them: {@code YYYY-MM-DD} and {@code
 * YYYY-MM-DDTHH:MM:SS.mmmZ}, of fixed width, so that text order is time order. Written by hand
 * because a dossier has ten of them and the JDK's formatter took a third of its loading time.
 */
public final class IsoText {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private IsoText() {}

  public static String of(LocalDate date) {
    char[] text = new char[10];
    put(text, date);
    return new String(text);
  }

  /** The text of a date, or null for none. */
  public static @Nullable String orNull(@Nullable LocalDate date) {
    return date == null ? null : of(date);
  }

  /** In UTC; what is finer than a millisecond is cut off. */
  public static String of(Instant moment) {
    LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    char[] text = new char[24];
    put(text, utc.toLocalDate());
    text[10] = 'T';
    put(text, 11, 2, utc.getHour());
    text[13] = ':';
    put(text, 14, 2, utc.getMinute());
    text[16] = ':';
    put(text, 17, 2, utc.getSecond());
    text[19] = '.';
    put(text, 20, 3, utc.getNano() / NANOS_PER_MILLI);
    text[23] = 'Z';
    return new String(text);
  }

  public static LocalDate date(String text) {
    if (text.length() != 10) {
      throw new IllegalArgumentException("a stored date has 10 characters, was: " + text);
    }
    return day(text);
  }

  public static Instant instant(String text) {
    if (text.length() != 24) {
      throw new IllegalArgumentException("a stored moment has 24 characters, was: " + text);
    }
    return day(text)
        .atTime(
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * NANOS_PER_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static LocalDate day(String text) {
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static void put(char[] text, LocalDate date) {
    if (date.getYear() < 0 || date.getYear() > 9999) {
      throw new IllegalArgumentException("the store keeps years from 0 to 9999, was: " + date);
    }
    put(text, 0, 4, date.getYear());
    text[4] = '-';
    put(text, 5, 2, date.getMonthValue());
    text[7] = '-';
    put(text, 8, 2, date.getDayOfMonth());
  }

  private static void put(char[] text, int at, int width, int number) {
    int rest = number;
    for (int i = at + width - 1; i >= at; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
