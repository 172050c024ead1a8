package org.regards.pdf;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;

/**
 * What cards are made of.
 *
 * @param format of folded cards, or null for what is usual in the sender's country
 * @param thanks the format of thank-you letters, or null when they are printed as letters
 * @param asked what everything is printed on for once, or null
 * @param design of the front, or null for one that suits the letter
 * @param picture a PNG or JPEG file for the front instead of a design, or null
 */
public record CardStock(
    @Nullable CardFormat format,
    @Nullable CardFormat thanks,
    @Nullable CardFormat asked,
    @Nullable CardDesign design,
    @Nullable Path picture,
    CardSheet sheet) {
  private static final CardStock USUAL =
      new CardStock(null, null, null, null, null, CardSheet.SINGLE);

  public CardStock {
    if (format != null && !format.isFolded()) {
      throw new IllegalArgumentException("a postcard is for thank-you letters only");
    }
  }

  /** Each card on a page of its own, in the format and design that suit it. */
  public static CardStock usual() {
    return USUAL;
  }

  /** For once all on cards of a format. */
  public CardStock asked(CardFormat wanted) {
    return new CardStock(format, thanks, wanted, design, picture, sheet);
  }

  /** For once with a design of the program. */
  public CardStock with(CardDesign wanted) {
    return new CardStock(format, thanks, asked, wanted, null, sheet);
  }

  public CardStock on(CardSheet wanted) {
    return new CardStock(format, thanks, asked, design, picture, wanted);
  }

  /**
   * The format that a letter is printed on; none when it is a letter page.
   *
   * @param country the sender's, or the recipient's where that is unknown
   */
  Optional<CardFormat> format(LetterType type, String country) {
    if (asked != null) {
      return Optional.of(asked);
    }
    if (type.isCard()) {
      return Optional.of(format == null ? CardFormat.of(country) : format);
    }
    return type == LetterType.THANK_YOU ? Optional.ofNullable(thanks) : Optional.empty();
  }
}
