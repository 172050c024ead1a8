package org.regards.cli;

import org.regards.postal.LetterForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a letter form. */
final class LetterFormConverter implements ITypeConverter<LetterForm> {
  @Override
  public LetterForm convert(String text) {
    return LetterForm.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a letter form; there are: %s"
                        .formatted(text, LetterForm.choice())));
  }
}
