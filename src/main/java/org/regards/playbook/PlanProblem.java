package org.regards.playbook;

import java.util.Comparator;

/**
 * Something wrong in a plan, in words that whoever wrote it understands.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record PlanProblem(int line, int column, String words) {
  static final Comparator<PlanProblem> IN_ORDER =
      Comparator.comparingInt(PlanProblem::line)
          .thenComparingInt(PlanProblem::column)
          .thenComparing(PlanProblem::words);

  /** For example {@code playbook.yaml:12:5: days is "x", expected a whole number}. */
  public String at(String file) {
    return "%s:%d:%d: %s".formatted(file, line, column, words);
  }
}
