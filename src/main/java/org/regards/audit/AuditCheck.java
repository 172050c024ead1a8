package org.regards.audit;

import java.util.List;

/**
 * What was found when the chain was gone through.
 *
 * @param entries how many rows there are
 * @param erased of how many the words were erased with their person
 * @param head the last link, or empty where there is no row; noted elsewhere, it shows later that
 *     nothing before it was rewritten
 * @param problems in the order of the rows; none when the trail is whole
 */
public record AuditCheck(long entries, long erased, String head, List<String> problems) {
  public AuditCheck {
    problems = List.copyOf(problems);
  }

  public boolean isWhole() {
    return problems.isEmpty();
  }
}
