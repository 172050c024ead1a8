package org.regards.cli;

import org.regards.postal.FoldPlan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a way to fold a sheet, or its folds in millimetres. */
final class FoldPlanConverter implements ITypeConverter<FoldPlan> {
  @Override
  public FoldPlan convert(String text) {
    return FoldPlan.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no way to fold; there are: %s".formatted(text, FoldPlan.choice())));
  }
}
