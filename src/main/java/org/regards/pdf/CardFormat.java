package org.regards.pdf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regards.language.Countries;

/** The sizes of cards, in millimetres; a folded card is folded once, down its middle. */
public enum CardFormat {
  /** Folded from A5 to A6, for an envelope C6. */
  A6("a6", "A6, folded from A5; envelope C6", new Flat(210, 148, true, 3), 14),
  /** Folded from A4 to A5, for an envelope C5. */
  A5("a5", "A5, folded from A4; envelope C5", new Flat(297, 210, true, 3), 20),
  /** An A6 card without an envelope: whoever carries it can read it. */
  POSTCARD("postcard", "A6 postcard, for thank-you letters only", new Flat(148, 105, false, 3), 8),
  /** Folded from 8½ × 5½ to 4¼ × 5½ in, for an envelope A2. */
  US_A2("a2", "US A2, 4¼ × 5½ in folded; envelope A2", inches(8.5f, 5.5f), 14),
  /** Folded from 10 × 7 to 5 × 7 in, for an envelope A7. */
  US_A7("a7", "US A7, 5 × 7 in folded; envelope A7", inches(10, 7), 17);

  private static final float MILLIMETRES_PER_INCH = 25.4f;

  /** What is kept free of words along every edge, since no guillotine cuts to a hair. */
  static final float SAFE = 5;

  private final String word;
  private final String description;
  private final Flat flat;
  private final float margin;

  private record Flat(float width, float height, boolean folded, float bleed) {}

  CardFormat(String word, String description, Flat flat, float margin) {
    this.word = word;
    this.description = description;
    this.flat = flat;
    this.margin = margin;
  }

  private static Flat inches(float width, float height) {
    return new Flat(
        width * MILLIMETRES_PER_INCH,
        height * MILLIMETRES_PER_INCH,
        true,
        MILLIMETRES_PER_INCH / 8);
  }

  /** What a business in the country folds: A2 where CLDR has US Letter paper, else A6. */
  static CardFormat of(String country) {
    return Countries.usesLetterPaper(country) ? US_A2 : A6;
  }

  /** The format of a name in the settings or on the command line. */
  public static Optional<CardFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(CardFormat::word).collect(Collectors.joining(", "));
  }

  /** The names of those that are posted in an envelope. */
  public static String foldedWords() {
    return Arrays.stream(values())
        .filter(CardFormat::isFolded)
        .map(CardFormat::word)
        .collect(Collectors.joining(", "));
  }

  public String word() {
    return word;
  }

  public String description() {
    return description;
  }

  public boolean isFolded() {
    return flat.folded();
  }

  /** Unfolded and cut. */
  float width() {
    return flat.width();
  }

  float height() {
    return flat.height();
  }

  /** The width of the front, and of the side with the words. */
  float panel() {
    return isFolded() ? flat.width() / 2 : flat.width();
  }

  /** How far a printed area reaches beyond the cut: 3 mm, or an eighth of an inch. */
  float bleed() {
    return flat.bleed();
  }

  /** Around the words. */
  float margin() {
    return margin;
  }
}
