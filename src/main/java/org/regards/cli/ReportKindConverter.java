package org.regards.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import org.regards.report.ReportKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a report. */
final class ReportKindConverter implements ITypeConverter<ReportKind> {
  @Override
  public ReportKind convert(String text) {
    return ReportKind.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no report '%s'; there is %s"
                        .formatted(
                            text,
                            Arrays.stream(ReportKind.values())
                                .map(ReportKind::word)
                                .collect(joining(", ")))));
  }

  /** For completion. */
  static final class Words extends ArrayList<String> {
    Words() {
      super(Arrays.stream(ReportKind.values()).map(ReportKind::word).toList());
    }
  }
}
