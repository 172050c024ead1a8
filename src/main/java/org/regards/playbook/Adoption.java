package org.regards.playbook;

import java.time.LocalDate;
import java.util.List;

/** What became of a plan that should be adopted. */
public sealed interface Adoption {
  /** It is in force from that day on. */
  record Adopted(String digest, LocalDate from) implements Adoption {}

  /** Exactly this plan is in force on that day already; nothing was added. */
  record InForceAlready(String digest, LocalDate from) implements Adoption {}

  /** Decisions of that day have been judged by another plan; it may begin on {@code earliest}. */
  record TooEarly(LocalDate from, LocalDate earliest) implements Adoption {}

  /** It cannot be adopted as it is. */
  record Wrong(List<PlanProblem> problems) implements Adoption {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
