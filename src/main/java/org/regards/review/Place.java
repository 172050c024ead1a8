package org.regards.review;

import org.jspecify.annotations.Nullable;
import org.regards.letter.PartName;

/**
 * Where in a letter a finding is.
 *
 * @param part the part, or null for the subject or the letter as a whole
 * @param block of the part, counted from 0; 0 for the subject
 * @param from where it begins in the plain text of the block, in UTF-16 units
 * @param to where it ends; equal to {@code from} where it is about no words in particular
 * @param words the words themselves, or empty
 * @param sentence the sentence that they stand in, or empty
 */
public record Place(
    @Nullable PartName part, int block, int from, int to, String words, String sentence) {
  /** The letter as a whole. */
  public static final Place LETTER = new Place(null, -1, 0, 0, "", "");

  static final Place SUBJECT = new Place(null, 0, 0, 0, "", "");

  /** A part as a whole. */
  static Place of(PartName part) {
    return new Place(part, 0, 0, 0, "", "");
  }

  /** In words: {@code subject}, {@code part reason}, {@code letter}. */
  public String where() {
    if (part != null) {
      return "part " + part.word();
    }
    return block < 0 ? "letter" : "subject";
  }
}
