package org.regards.cli;

import org.regards.outbox.SendAt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code 2026-12-01T09:00}, by the clocks of the recipient, or {@code
 * 2026-12-01T09:00+01:00}.
 */
final class SendAtConverter implements ITypeConverter<SendAt> {
  @Override
  public SendAt convert(String text) {
    return SendAt.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a moment; write 2026-12-01T09:00, which is by the recipient's clocks, or 2026-12-01T09:00+01:00"
                        .formatted(text)));
  }
}
