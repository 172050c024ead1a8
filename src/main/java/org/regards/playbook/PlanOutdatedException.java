package org.regards.playbook;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.regards.language.RegardsException;

/** A plan in the store that an earlier program took and this one cannot read. */
public final class PlanOutdatedException extends RegardsException {
  PlanOutdatedException(AdoptedPlan plan, List<PlanProblem> problems) {
    super(
        "The plan in force from %s was adopted by another version of Regards, and this one cannot read it:%n%s%nCorrect it and adopt it anew: regards playbook adopt FILE"
            .formatted(
                plan.from(),
                problems.stream()
                    .map(problem -> problem.at("  playbook"))
                    .collect(joining(System.lineSeparator()))));
  }
}
