package org.regards.pdf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What cards are printed on. */
public enum CardSheet {
  /** Each card on a page of its own size. */
  SINGLE("single", "each card on a page of its own, cut to size", 0, 0),
  /** The same with bleed around it, and boxes that say where to cut: what print shops ask for. */
  BLEED("bleed", "each card on a page of its own, with bleed, for a print shop", 0, 0),
  A4("a4", "A4", 210, 297),
  SRA4("sra4", "SRA4, 225 × 320 mm, cut after printing", 225, 320),
  LETTER("letter", "US Letter", 215.9f, 279.4f),
  TWELVE_BY_EIGHTEEN("12x18", "12 × 18 in, cut after printing", 304.8f, 457.2f);

  private final String word;
  private final String description;
  private final float width;
  private final float height;

  CardSheet(String word, String description, float width, float height) {
    this.word = word;
    this.description = description;
    this.width = width;
    this.height = height;
  }

  /** The sheet of a name in the settings or on the command line. */
  public static Optional<CardSheet> named(String word) {
    return Arrays.stream(values()).filter(sheet -> sheet.word.equals(word)).findFirst();
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(CardSheet::word).collect(Collectors.joining(", "));
  }

  public String word() {
    return word;
  }

  public String description() {
    return description;
  }

  /** Whether it is larger than common paper, so that cards on it are printed beyond their edges. */
  boolean isForBleed() {
    return this == SRA4 || this == TWELVE_BY_EIGHTEEN;
  }

  /** Whether its size does not depend on the card. */
  boolean isPaper() {
    return width > 0;
  }

  /** The short edge, in millimetres. */
  float width() {
    return width;
  }

  float height() {
    return height;
  }
}
