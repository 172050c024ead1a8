package org.regards.review;

import java.util.List;
import org.regards.letter.LetterId;

/**
 * What a letter was found to be at one moment.
 *
 * @param digest of exactly the letter that was read ({@link org.regards.letter.LetterDigest})
 * @param findings in the order of reading
 */
public record Review(LetterId letter, String digest, List<Finding> findings) {
  public Review {
    findings = List.copyOf(findings);
  }

  /** Whether something must be mended before the letter may go. */
  public boolean isBlocked() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** What somebody must say why it is right as it is. */
  public List<Finding> warnings() {
    return findings.stream().filter(finding -> finding.severity() == Severity.WARNING).toList();
  }
}
