package org.regards.cli;

import org.regards.hold.HoldKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of hold. */
final class HoldKindConverter implements ITypeConverter<HoldKind> {
  @Override
  public HoldKind convert(String text) {
    return HoldKind.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no kind of hold; there are: %s".formatted(text, HoldKind.allWords())));
  }
}
