package org.regards.review;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.letter.PartName;
import org.regards.letter.StoredLetter;
import org.regards.review.Passage.FactAt;
import org.regards.review.ReviewedLetter.Read;

/**
 * What a letter sounds like without the facts in it: its runs of three words, as hashes. Short
 * facts are left out; a whole sentence of the customer's or the author's is what makes a letter
 * their own. Immutable.
 */
final class Likeness {
  private static final int RUN = 3;
  private static final int LONGEST_MASKED = 40;
  private static final int MASK = "…".hashCode();

  private final @Nullable LetterId letter;
  private final int[] runs;

  private Likeness(@Nullable LetterId letter, int[] runs) {
    this.letter = letter;
    this.runs = runs;
  }

  static Likeness of(ReviewedLetter letter) {
    return of(letter.surroundings().letter(), letter.passages());
  }

  static Likeness of(StoredLetter stored) {
    return of(stored.id(), Read.all(stored.letter()));
  }

  static Likeness of(@Nullable LetterId letter, List<Read> passages) {
    int[] words = new int[passages.stream().mapToInt(read -> read.tokens().size()).sum()];
    int count = 0;
    for (Read read : passages) {
      if (read.part() == null || read.part() == PartName.SIGNATURE) {
        continue;
      }
      int masked = -1;
      for (Token token : read.tokens()) {
        if (!token.isFact() || isWords(read, token)) {
          words[count++] = token.word().hashCode();
        } else if (masked != token.from()) {
          words[count++] = MASK;
        }
        masked = token.isFact() ? token.to() + 1 : -1;
      }
    }
    int[] runs = new int[Math.max(0, count - RUN + 1)];
    for (int at = 0; at < runs.length; at++) {
      int hash = 0;
      for (int word = 0; word < RUN; word++) {
        hash = hash * 31 + words[at + word];
      }
      runs[at] = hash;
    }
    return new Likeness(letter, Arrays.stream(runs).sorted().distinct().toArray());
  }

  private static boolean isWords(Read read, Token token) {
    for (FactAt fact : read.passage().facts()) {
      if (fact.to() - fact.from() > LONGEST_MASKED
          && fact.from() <= token.from()
          && token.from() < fact.to()) {
        return true;
      }
    }
    return false;
  }

  @Nullable LetterId letter() {
    return letter;
  }

  /** How much of both is common to them, from 0 to 1 (Jaccard). */
  double to(Likeness other) {
    int common = 0;
    int here = 0;
    int there = 0;
    while (here < runs.length && there < other.runs.length) {
      int order = Integer.compare(runs[here], other.runs[there]);
      if (order == 0) {
        common++;
      }
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
    }
    int all = runs.length + other.runs.length - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
