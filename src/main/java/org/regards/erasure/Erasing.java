package org.regards.erasure;

import java.util.Set;
import org.regards.hold.Hold;
import org.regards.playbook.Role;

/** What became of a person who was to be erased. */
public sealed interface Erasing {
  /** They are gone. */
  record Erased(ErasureReport report) implements Erasing {}

  /** They would be; nothing was changed. */
  record WouldErase(ErasureReport report) implements Erasing {}

  /** What is on record is kept while this hold stands. */
  record KeptBy(Hold hold) implements Erasing {}

  /**
   * What is on record may be evidence.
   *
   * @param reason why, with the next step
   */
  record KeptFor(String reason) implements Erasing {}

  /**
   * The reason, which is kept for good, says who they were.
   *
   * @param what of the customer's it holds, for example {@code family name}
   */
  record ReasonNames(String what) implements Erasing {}

  /** Whoever wanted it may not; those in the roles may. */
  record NotAllowed(Set<Role> erasers) implements Erasing {
    public NotAllowed {
      erasers = Set.copyOf(erasers);
    }
  }
}
