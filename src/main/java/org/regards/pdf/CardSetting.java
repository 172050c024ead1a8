package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;

/** The type of a card: its size and room. */
record CardSetting(Style style, Spacing spacing) {
  private static final float USUAL = Style.CARD.size();

  /** From the one a card should have to the last that still looks good. */
  static List<CardSetting> preferred(CardFormat format) {
    List<CardSetting> preferred = new ArrayList<>();
    for (float size : sizes(format)) {
      for (Spacing spacing : Spacing.preferredForCard(format.isFolded())) {
        preferred.add(new CardSetting(Style.CARD.ofSize(size), spacing.scaled(size / USUAL)));
      }
    }
    return preferred;
  }

  /** In points. */
  private static List<Float> sizes(CardFormat format) {
    return switch (format) {
      case A6, US_A2 -> List.of(12f, 11f, 10.5f);
      case A5 -> List.of(14.5f, 13f, 12f);
      case US_A7 -> List.of(13f, 12f, 11f);
      case POSTCARD -> List.of(11f, 10f, 9.5f, 9f);
    };
  }
}
