package org.regards.approval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;

/**
 * Where counsel stands on one letter. A no to the letter ends with a yes to that letter and with
 * nothing else; a no to all letters of a customer ends with a yes to them all, and for one letter
 * with a later yes to it.
 *
 * @param own the last word on the letter itself that still counts
 * @param general the last word on all letters to the customer
 */
record CounselStand(@Nullable CounselWord own, @Nullable CounselWord general) {
  /**
   * @param said oldest first
   */
  static CounselStand of(List<CounselWord> said, LetterId letter, String digest) {
    CounselWord own = null;
    CounselWord general = null;
    for (CounselWord word : said) {
      if (word.isOf(letter, digest)) {
        own = word;
      } else if (word.isOfAllLetters()) {
        general = word;
        own = own != null && own.allowed() && !word.allowed() ? null : own;
      }
    }
    return new CounselStand(own, general);
  }

  /** The no that stops the letter. */
  Optional<CounselWord> denial() {
    CounselWord counting = own == null ? general : own;
    return Optional.ofNullable(counting).filter(word -> !word.allowed());
  }

  /** The latest yes to it. */
  Optional<CounselWord> release() {
    return denial().isPresent()
        ? Optional.empty()
        : Stream.of(Optional.ofNullable(own), Optional.ofNullable(general))
            .flatMap(Optional::stream)
            .filter(CounselWord::allowed)
            .reduce((one, other) -> one.at().isBefore(other.at()) ? other : one);
  }
}
