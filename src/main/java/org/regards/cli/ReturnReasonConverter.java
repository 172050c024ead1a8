package org.regards.cli;

import org.regards.outbox.ReturnReason;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads why a letter came back. */
final class ReturnReasonConverter implements ITypeConverter<ReturnReason> {
  @Override
  public ReturnReason convert(String text) {
    return ReturnReason.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a reason; there are: %s".formatted(text, ReturnReason.all())));
  }
}
