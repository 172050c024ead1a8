package org.regards.approval;

import java.time.Instant;
import java.util.List;
import org.regards.letter.StoredLetter;
import org.regards.review.Finding;

/** What the rules find in letters. */
@FunctionalInterface
public interface LetterReview {
  /** The findings of each letter, in the order of the letters; at most 1,000 at once. */
  List<List<Finding>> of(List<StoredLetter> letters, Instant now);
}
