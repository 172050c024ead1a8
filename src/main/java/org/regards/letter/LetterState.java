package org.regards.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a letter has come. */
public enum LetterState {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  QUEUED,
  /** It has left. */
  DONE,
  CANCELLED;

  /** The word that the store holds. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LetterState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
