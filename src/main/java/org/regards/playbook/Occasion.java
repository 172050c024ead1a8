package org.regards.playbook;

import java.util.Locale;

/** What makes a letter need more approval than usual. */
public enum Occasion {
  /** It gives more than its author may give alone. */
  OVER_THE_LIMIT,
  /** It is our last word in the matter. */
  FINAL,
  /** The customer has announced a lawsuit. */
  LEGAL_THREAT,
  /** The customer has made a threat of any kind. */
  THREAT,
  /** A contract binds us. */
  CONTRACT;

  /** The words that a plan holds, for example {@code over the limit}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
