package org.regards.cli;

import java.util.Arrays;
import org.regards.language.LetterLanguage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the tag of a letter language. */
final class LanguageConverter implements ITypeConverter<LetterLanguage> {
  @Override
  public LetterLanguage convert(String text) {
    return Arrays.stream(LetterLanguage.values())
        .filter(language -> language.tag().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "no letters are written in '%s'; there are: %s"
                        .formatted(text, LetterLanguage.tags())));
  }
}
