package org.regards.cli;

import org.regards.letter.LetterType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a letter type. */
final class LetterTypeConverter implements ITypeConverter<LetterType> {
  @Override
  public LetterType convert(String text) {
    return LetterType.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no letter type '%s'; there are: %s"
                        .formatted(text, LetterType.words())));
  }
}
