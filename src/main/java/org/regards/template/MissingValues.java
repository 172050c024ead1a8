package org.regards.template;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateExceptionHandler;
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
    TemplateProblem problem =
        exception instanceof InvalidReferenceException && !lastAsked.isEmpty()
            ? new TemplateProblem.MissingValue(template, line, column, lastAsked)
            : new TemplateProblem.Fault(
                template, line, column, TemplatePlaces.firstSentence(exception));
    lastAsked = "";
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
