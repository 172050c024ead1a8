package org.regards.cli;

import org.regards.customer.CustomerId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a customer. */
final class CustomerIdConverter implements ITypeConverter<CustomerId> {
  @Override
  public CustomerId convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the id of a customer must not be blank");
    }
    return new CustomerId(text);
  }
}
