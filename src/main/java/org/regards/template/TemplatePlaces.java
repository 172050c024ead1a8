package org.regards.template;

import freemarker.core.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What FreeMarker says of a place and a reason, in the form that our messages have. */
final class TemplatePlaces {
  private TemplatePlaces() {}

  static String shortName(@Nullable String sourceName) {
    return sourceName == null ? "template" : sourceName;
  }

  static int orZero(@Nullable Integer number) {
    return number == null ? 0 : Math.max(number, 0);
  }

  /** The reason alone, without FreeMarker's stack of its own and its tips. */
  static String firstSentence(freemarker.template.TemplateException exception) {
    return firstLines(exception.getMessageWithoutStackTop());
  }

  static String firstSentence(ParseException exception) {
    return firstLines(exception.getEditorMessage());
  }

  /** What a template was refused for, where that is at the bottom of a failure; else nothing. */
  static List<TemplateProblem> problemsIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case GuardedLoader.RefusedTemplate refused -> {
          return refused.problems();
        }
        case ParseException wrong -> {
          return List.of(fault(wrong));
        }
        default -> {}
      }
    }
    return List.of();
  }

  private static TemplateProblem.Fault fault(ParseException wrong) {
    return new TemplateProblem.Fault(
        shortName(wrong.getTemplateName()),
        Math.max(wrong.getLineNumber(), 0),
        Math.max(wrong.getColumnNumber(), 0),
        firstSentence(wrong));
  }

  private static String firstLines(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return "it could not be run";
    }
    int end = message.indexOf("\n\n");
    String reason = (end < 0 ? message : message.substring(0, end)).strip();
    return reason
        .replaceAll("\\s*\\R\\s*", " ")
        .replaceFirst(", but was expecting.*", "")
        .replaceAll(" \\(wrapper: [^)]*\\)", "")
        .replaceAll(" {2}\\[in template .*?]", "")
        .replace(": ==> ", ": ");
  }
}
