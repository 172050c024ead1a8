package org.regards.cli;

import org.regards.postal.Envelope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name or the measures of an envelope. */
final class EnvelopeConverter implements ITypeConverter<Envelope> {
  @Override
  public Envelope convert(String text) {
    return Envelope.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not an envelope; there are: %s".formatted(text, Envelope.choice())));
  }
}
