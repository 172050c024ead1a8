package org.regards.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;

/**
 * What counsel said.
 *
 * @param letter of which letter, or null for all letters to the customer
 * @param digest of the text that it was said of, or empty where it is of no letter
 * @param allowed whether they released it; else nothing goes
 * @param because in their own words
 */
public record CounselWord(
    CustomerId customer,
    @Nullable LetterId letter,
    String digest,
    boolean allowed,
    StaffId by,
    String because,
    Instant at) {
  /** Whether it says anything of a letter of this text: a release of another text does not. */
  boolean isOf(LetterId id, String text) {
    return letter == null || (letter.equals(id) && (!allowed || digest.equals(text)));
  }
}
