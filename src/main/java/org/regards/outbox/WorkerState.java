package org.regards.outbox;

import java.util.Locale;

/** What is known of a program that sends. */
public enum WorkerState {
  /** It sends, or was killed and nobody has noticed yet. */
  HERE,
  /** It ended in order. */
  LEFT,
  /** It died, or was silent for so long that others took its letters over. */
  GONE,
  /** It sent from this store after the copy was made that the store was restored from. */
  UNKNOWN;

  /** The word in the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static WorkerState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
