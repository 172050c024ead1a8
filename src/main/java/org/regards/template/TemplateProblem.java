package org.regards.template;

/** Why a template gave no letter, and where: lines and columns are counted from 1. */
public sealed interface TemplateProblem {
  String template();

  int line();

  int column();

  /**
   * A value that the template needs and that was not there, for example {@code case.order.date}.
   */
  record MissingValue(String template, int line, int column, String value)
      implements TemplateProblem {}

  /** Something wrong with the template itself. */
  record Fault(String template, int line, int column, String reason) implements TemplateProblem {}

  /** {@code explanation_de.ftlh:12:5}. */
  default String place() {
    return line() > 0 ? template() + ":" + line() + ":" + column() : template();
  }
}
