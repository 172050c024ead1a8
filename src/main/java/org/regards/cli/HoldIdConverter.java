package org.regards.cli;

import org.regards.hold.HoldId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a hold. */
final class HoldIdConverter implements ITypeConverter<HoldId> {
  @Override
  public HoldId convert(String text) {
    return HoldId.parse(text.strip())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not the id of a hold; they look like H-3".formatted(text)));
  }
}
