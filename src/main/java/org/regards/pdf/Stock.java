package org.regards.pdf;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.postal.Envelope;
import org.regards.postal.LetterForm.Sheet;
import org.regards.postal.WindowFit;

/**
 * What letters of one kind are printed on in a run, and how.
 *
 * @param name for names of files, for example {@code letters-A4}
 * @param paper to load, in words
 * @param imposition of cards, or null for letters
 * @param envelope that a letter goes out in, in words, or empty for a postcard
 */
public record Stock(String name, String paper, @Nullable Imposition imposition, String envelope) {

  static Stock ofLetters(WindowFit fit) {
    Envelope envelope = fit.envelope();
    String name = envelope.word().toUpperCase(Locale.ROOT);
    boolean american = fit.form().sheet().equals(Sheet.US_LETTER);
    return new Stock(
        american ? "letters-US" : "letters-A4",
        american ? "US Letter" : "A4",
        null,
        envelope.window() == null ? name : name + " with window");
  }

  static Stock ofCards(Imposition imposition) {
    CardFormat format = imposition.format();
    CardSheet sheet = imposition.sheet();
    return new Stock(
        "cards-" + format.word() + "-" + sheet.word(),
        sheet.isPaper()
            ? sheet.description() + ", card"
            : String.format(
                Locale.ROOT, "card, %.4g × %.4g mm", imposition.width(), imposition.height()),
        imposition,
        switch (format) {
          case A6 -> "C6";
          case A5 -> "C5";
          case US_A2 -> "A2 (US)";
          case US_A7 -> "A7 (US)";
          case POSTCARD -> "";
        });
  }

  /** Whether it is always printed on both sides. */
  public boolean bothSides() {
    return imposition != null;
  }

  /** How many letters share a sheet. */
  public int perSheet() {
    return imposition == null ? 1 : imposition.cardsPerSheet();
  }

  /** In words for whoever stands at the printer. */
  public String instructions(boolean duplex) {
    if (imposition == null) {
      return duplex ? "Print on both sides, turned at the long edge" : "Print on one side";
    }
    String words = imposition.instructions();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
