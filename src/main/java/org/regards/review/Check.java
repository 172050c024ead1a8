package org.regards.review;

import java.util.function.Consumer;

/** One rule, or some that look at the same thing. Safe for all threads. */
@FunctionalInterface
interface Check {
  void check(ReviewedLetter letter, Consumer<Finding> findings);
}
