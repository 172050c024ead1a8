package org.regards.cli;

import org.regards.letter.LetterChannel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a channel. */
final class ChannelConverter implements ITypeConverter<LetterChannel> {
  @Override
  public LetterChannel convert(String text) {
    return LetterChannel.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a channel; a letter goes by email or print".formatted(text)));
  }
}
