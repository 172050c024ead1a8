package org.regards.outbox;

import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;

/**
 * What a print run is to be.
 *
 * @param type the only type of letter to take, or null for all
 * @param sheetsPerFile after so many sheets a new file begins, but never within a letter
 * @param duplex whether letters are printed on both sides; cards always are
 */
public record RunRequest(@Nullable LetterType type, int sheetsPerFile, boolean duplex) {
  /** A box of paper. */
  public static final int SHEETS_PER_FILE = 2_500;

  public RunRequest {
    if (sheetsPerFile < 1) {
      throw new IllegalArgumentException("sheetsPerFile must be positive, was: " + sheetsPerFile);
    }
  }
}
