package org.regards.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.regards.report.PaperKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a paper. */
final class PaperKindConverter implements ITypeConverter<PaperKind> {
  @Override
  public PaperKind convert(String text) {
    return PaperKind.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no paper '%s'; there is %s"
                        .formatted(
                            text,
                            Arrays.stream(PaperKind.values())
                                .map(PaperKind::word)
                                .collect(joining(", ")))));
  }

  /** For completion. */
  static final class Words extends ArrayList<String> {
    Words() {
      super(List.of(PaperKind.values()).stream().map(PaperKind::word).toList());
    }
  }
}
