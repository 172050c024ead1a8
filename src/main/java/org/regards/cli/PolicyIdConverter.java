package org.regards.cli;

import org.regards.history.PolicyId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a policy. */
final class PolicyIdConverter implements ITypeConverter<PolicyId> {
  @Override
  public PolicyId convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the id of a policy must not be blank");
    }
    return new PolicyId(text);
  }
}
