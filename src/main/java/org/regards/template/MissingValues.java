package org.regards.template;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what goes wrong while one template runs, and lets it run on, so that everything missing
 * is said at once. Not for several threads.
 */
final class MissingValues implements TemplateExceptionHandler {
  private final List<TemplateProblem> problems = new ArrayList<>();
  private String lastAsked = "";

  /**
   * A value was asked for and is not there; that alone is no problem, a template may test for it.
   */
  void asked(String value) {
    lastAsked = value;
  }

  List<TemplateProblem> problems() {
    return problems;
  }

  @Override
  public void handleTemplateException(
      freemarker.template.TemplateException exception, Environment environment, Writer out) {
    String template = TemplatePlaces.shortName(exception.getTemplateSourceName());
    int line = TemplatePlaces.orZero(exception.getLineNumber());
    int column = TemplatePlaces.orZero(exception.getColumnNumber());
    List<TemplateProblem> found = TemplatePlaces.problemsIn(exception);
    if (found.isEmpty()) {
      found = List.of(problem(exception, template, line, column));
    }
    lastAsked = "";
    found.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
  }

  private TemplateProblem problem(
      freemarker.template.TemplateException exception, String template, int line, int column) {
    if (isMissing(exception) && !lastAsked.isEmpty()) {
      return new TemplateProblem.MissingValue(template, line, column, lastAsked);
    }
    String reason =
        exception.getCause() instanceof TemplateNotFoundException absent
            ? "there is no template %s to include".formatted(absent.getTemplateName())
            : TemplatePlaces.firstSentence(exception);
    return new TemplateProblem.Fault(template, line, column, reason);
  }

  private static boolean isMissing(freemarker.template.TemplateException exception) {
    return exception instanceof InvalidReferenceException
        || exception instanceof LetterFunctions.MissingArgument;
  }
}
