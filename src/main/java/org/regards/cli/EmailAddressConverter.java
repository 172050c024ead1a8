package org.regards.cli;

import org.regards.customer.EmailAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code name@domain}. */
final class EmailAddressConverter implements ITypeConverter<EmailAddress> {
  @Override
  public EmailAddress convert(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not an address; write me@orchard.example".formatted(text)));
  }
}
