package org.regards.cli;

import org.regards.customer.StaffId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a member of staff. */
final class StaffIdConverter implements ITypeConverter<StaffId> {
  @Override
  public StaffId convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the id of a member of staff must not be blank");
    }
    return new StaffId(text);
  }
}
