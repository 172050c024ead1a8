package org.regards.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2026-11-20} (the end of that day, UTC) or {@code 2026-11-20T09:00:00Z}. */
final class MomentConverter implements ITypeConverter<Instant> {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  @Override
  public Instant convert(String text) {
    Instant moment = parse(text);
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new TypeConversionException("'%s' is not in the years 0001 to 9999".formatted(text));
    }
    return moment;
  }

  private static Instant parse(String text) {
    try {
      return text.length() == "2026-11-20".length()
          ? LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .minusMillis(1)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notAMoment) {
      throw new TypeConversionException(
          "'%s' is not a moment; write 2026-11-20 or 2026-11-20T09:00:00Z".formatted(text));
    }
  }
}
