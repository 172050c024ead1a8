package org.regards.triage;

import java.util.Optional;

/** Looks for one kind of sign. */
@FunctionalInterface
interface Rule {
  /** What it found; a rule that finds nothing may say why in the situation. */
  Optional<Finding> look(Situation situation);
}
