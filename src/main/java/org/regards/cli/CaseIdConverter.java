package org.regards.cli;

import org.regards.history.CaseId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a case. */
final class CaseIdConverter implements ITypeConverter<CaseId> {
  @Override
  public CaseId convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the id of a case must not be blank");
    }
    return new CaseId(text);
  }
}
