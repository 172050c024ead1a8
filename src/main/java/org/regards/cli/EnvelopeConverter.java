package org.regards.cli;

import java.util.Locale;
import org.regards.postal.Envelope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name or measures of an envelope; of an American one also as there: #10, a2. */
final class EnvelopeConverter implements ITypeConverter<Envelope> {
  @Override
  public Envelope convert(String text) {
    String american = "us-" + text.strip().toLowerCase(Locale.ROOT).replace("#", "");
    return Envelope.of(text)
        .or(() -> Envelope.of(american))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not an envelope; there are: %s".formatted(text, Envelope.choice())));
  }
}
