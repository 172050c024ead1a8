package org.regards.review;

/** What would be better. */
public sealed interface Suggestion {
  /** In words, for a person who must find them: {@code name the harm}. */
  record Advice(String words) implements Suggestion {}

  /**
   * Words that can be put in the place of those found.
   *
   * @param words empty to leave them out
   */
  record Replacement(String words) implements Suggestion {}
}
