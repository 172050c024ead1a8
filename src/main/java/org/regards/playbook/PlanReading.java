package org.regards.playbook;

import java.util.List;

/** What became of reading a plan. */
public sealed interface PlanReading {
  /** It is whole and makes sense. */
  record Readable(Plan plan) implements PlanReading {}

  /** All that is wrong in it, in the order of its lines. */
  record Unreadable(List<PlanProblem> problems) implements PlanReading {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
