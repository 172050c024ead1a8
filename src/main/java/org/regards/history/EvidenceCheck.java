package org.regards.history;

import java.util.List;

/**
 * Whether evidence is as it was when it was kept.
 *
 * @param problems what is not, one line each; empty when all is as it was
 */
public record EvidenceCheck(PostEvidence evidence, List<String> problems) {
  public EvidenceCheck {
    problems = List.copyOf(problems);
  }

  public boolean isSound() {
    return problems.isEmpty();
  }
}
