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
  @Override
  public Instant convert(String text) {
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
