package org.regards.pdf;

import java.util.List;

/**
 * The room in a letter, in points.
 *
 * @param leading from one baseline to the next
 * @param signing the room to sign by hand
 */
record Spacing(
    float leading, float subject, float paragraph, float item, float close, float signing) {
  private static final Spacing COMFORTABLE = new Spacing(15, 13, 8, 4, 14, 45);
  private static final Spacing SNUG = new Spacing(14.4f, 11, 7, 3, 11, 40);
  private static final Spacing TIGHT = new Spacing(13.8f, 9, 6, 2.5f, 9, 36);

  private static final Spacing CARD = new Spacing(18, 18, 10, 5, 16, 44);
  private static final Spacing SNUG_CARD = new Spacing(16.5f, 16, 8, 4, 12, 36);
  private static final Spacing TIGHT_CARD = new Spacing(15.5f, 14, 6, 3, 9, 30);

  private static final Spacing POSTCARD = new Spacing(15.5f, 14, 7, 3, 8, 28);
  private static final Spacing TIGHT_POSTCARD = new Spacing(14.4f, 12, 4.5f, 2, 6, 24);

  /** From the one a letter should have to the last that still looks good. */
  static List<Spacing> preferred() {
    return List.of(COMFORTABLE, SNUG, TIGHT);
  }

  /** The same for a card of 12 points; on a postcard, half of which is the address, closer. */
  static List<Spacing> preferredForCard(boolean folded) {
    return folded ? List.of(CARD, SNUG_CARD, TIGHT_CARD) : List.of(POSTCARD, TIGHT_POSTCARD);
  }

  Spacing scaled(float factor) {
    return new Spacing(
        leading * factor,
        subject * factor,
        paragraph * factor,
        item * factor,
        close * factor,
        signing * factor);
  }
}
