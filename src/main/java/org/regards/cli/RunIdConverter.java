package org.regards.cli;

import org.regards.outbox.RunId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a print run. */
final class RunIdConverter implements ITypeConverter<RunId> {
  @Override
  public RunId convert(String text) {
    return RunId.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not the number of a print run; they look like R-000001"
                        .formatted(text)));
  }
}
