package org.regards.cli;

import org.regards.letter.LetterId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a letter. */
final class LetterIdConverter implements ITypeConverter<LetterId> {
  @Override
  public LetterId convert(String text) {
    return LetterId.parse(text.strip())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not the id of a letter; they look like L-12".formatted(text)));
  }
}
