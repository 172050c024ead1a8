package org.regards.outbox;

import java.util.Arrays;
import java.util.Locale;

/** How far a print run has come. */
public enum RunState {
  /** Its files are being written where nobody looks; its letters are still queued. */
  RESERVED,
  /** It has its letters for good, and its folder is about to appear. */
  RELEASING,
  /** It lies ready. */
  RELEASED;

  /** The word in the store. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not the state of a run: " + word));
  }
}
