package org.regards.cli;

import org.regards.postal.LabelSheet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a sheet of labels. */
final class LabelSheetConverter implements ITypeConverter<LabelSheet> {
  @Override
  public LabelSheet convert(String text) {
    return LabelSheet.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "There is no label sheet '%s'; there are %s."
                        .formatted(text, LabelSheet.choice())));
  }
}
