package org.regards.review;

import java.util.Set;
import org.regards.letter.LetterId;
import org.regards.playbook.Role;

/** Who has given their word on a letter, so that it may say what it else may not. */
@FunctionalInterface
public interface WordGiven {
  WordGiven NONE = (letter, digest) -> Set.of();

  /**
   * The roles of those who agreed to exactly this letter, counsel's for words of law, a manager's
   * for giving way.
   */
  Set<Role> on(LetterId letter, String digest);
}
