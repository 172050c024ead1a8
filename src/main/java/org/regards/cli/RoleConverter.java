package org.regards.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.regards.playbook.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role of a member of staff. */
final class RoleConverter implements ITypeConverter<Role> {
  @Override
  public Role convert(String text) {
    return Role.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no role; there are: %s"
                        .formatted(
                            text,
                            Arrays.stream(Role.values())
                                .map(Role::word)
                                .collect(Collectors.joining(", ")))));
  }
}
