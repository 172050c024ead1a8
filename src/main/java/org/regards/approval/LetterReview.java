package org.regards.approval;

import java.time.Instant;
import java.util.List;
import org.regards.letter.StoredLetter;
import org.regards.review.Review;

/** What the rules find in letters. */
@FunctionalInterface
public interface LetterReview {
  /** Each letter's, in the order of the letters; at most 1,000 at once. */
  List<Review> of(List<StoredLetter> letters, Instant now);
}
