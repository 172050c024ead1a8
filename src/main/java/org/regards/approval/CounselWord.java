package org.regards.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;

/**
 * What counsel said.
 *
 * @param subject of letters, or of something else that goes out about the customer
 * @param letter of which letter, or null for all letters to the customer
 * @param digest of the text that it was said of, or empty where it is of no letter
 * @param allowed whether they released it; else nothing goes
 * @param because in their own words
 */
public record CounselWord(
    CustomerId customer,
    CounselSubject subject,
    @Nullable LetterId letter,
    String digest,
    boolean allowed,
    StaffId by,
    String because,
    Instant at) {
  /** Whether it is on just this letter, with this text: a release of another text is not. */
  boolean isOf(LetterId id, String text) {
    return id.equals(letter) && (!allowed || digest.equals(text));
  }

  boolean isOfAllLetters() {
    return letter == null && subject == CounselSubject.LETTERS;
  }
}
