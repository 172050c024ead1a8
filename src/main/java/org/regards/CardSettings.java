package org.regards;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.CardDesign;
import org.regards.pdf.CardFormat;
import org.regards.pdf.CardSheet;
import org.regards.pdf.CardStock;

/** The settings of what cards are made of. */
final class CardSettings {
  /** Thank-you letters are printed as letters. */
  private static final String AS_LETTER = "letter";

  private final Settings settings;

  CardSettings(Settings settings) {
    this.settings = settings;
  }

  /** Notes what is wrong; the picture is looked at when the first card is printed. */
  void check(List<String> problems) {
    String format = settings.value("card.format");
    if (format.equals(CardFormat.POSTCARD.word())) {
      problems.add(
          "card.format is \"postcard\", which everybody on the way can read; for thank-you letters"
              + " set card.thank_you to it, and leave card.format to one of %s"
                  .formatted(CardFormat.foldedWords()));
    } else {
      check(
          "card.format", CardFormat.named(format).isPresent(), CardFormat.foldedWords(), problems);
    }
    String thanks = settings.value("card.thank_you");
    check(
        "card.thank_you",
        thanks.equals(AS_LETTER) || CardFormat.named(thanks).isPresent(),
        AS_LETTER + ", " + CardFormat.words(),
        problems);
    check(
        "card.design",
        CardDesign.named(settings.value("card.design")).isPresent(),
        CardDesign.words(),
        problems);
    check(
        "card.sheet",
        CardSheet.named(settings.value("card.sheet")).isPresent(),
        CardSheet.words(),
        problems);
    if (!settings.value("card.design").isEmpty() && !settings.value("card.image").isEmpty()) {
      problems.add("card.design and card.image are both set; a front has one of them");
    }
  }

  CardStock stock() {
    return new CardStock(
        CardFormat.named(settings.value("card.format")).orElse(null),
        CardFormat.named(settings.value("card.thank_you")).orElse(null),
        null,
        CardDesign.named(settings.value("card.design")).orElse(null),
        image(),
        CardSheet.named(settings.value("card.sheet")).orElse(CardSheet.SINGLE));
  }

  private @Nullable Path image() {
    return settings.value("card.image").isEmpty() ? null : settings.path("card.image", "");
  }

  private void check(String name, boolean known, String words, List<String> problems) {
    String value = settings.value(name);
    if (!value.isEmpty() && !known) {
      problems.add("%s is \"%s\"; it may be one of %s".formatted(name, value, words));
    }
  }
}
