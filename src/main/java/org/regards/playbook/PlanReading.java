package org.regards.playbook;

import java.util.List;

/** What became of reading a plan. */
public sealed interface PlanReading {
  /** It is whole and makes sense. */
  record Sound(Plan plan) implements PlanReading {}

  /** All that is wrong in it, in the order of its lines. */
  record Unsound(List<PlanProblem> problems) implements PlanReading {
    public Unsound {
      problems = List.copyOf(problems);
    }
  }
}
