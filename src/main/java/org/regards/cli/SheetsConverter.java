package org.regards.cli;

import org.regards.outbox.Sheets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers of sheets. */
final class SheetsConverter implements ITypeConverter<Sheets> {
  @Override
  public Sheets convert(String text) {
    return Sheets.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' names no sheets; write 12, 12-15 or 3,12-15, counted from 1 and ascending"
                        .formatted(text)));
  }
}
