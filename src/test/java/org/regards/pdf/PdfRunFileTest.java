package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;

/** Many letters in one file. */
class PdfRunFileTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final PdfPrinter PRINTER = new PdfPrinter(Letters.ORCHARD, FONTS);
  private static final List<Letter> MIXED =
      List.of(
          Letters.explanation(),
          Letters.german(),
          Letters.card(),
          Letters.rich(),
          Letters.french(),
          Letters.ofParagraphs(12),
          Letters.spanish(),
          Letters.to(
              Letters.explanation(), "Ms Żaneta Đorđević-Ощепкова Ελένη", "", Letters.LEEDS));

  @Test
  void isValidWithLettersOfAllKindsAndBlankPages() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PdfRunFile file = begun(out)) {
      for (int round = 0; round < 12; round++) {
        for (Letter letter : MIXED) {
          Laid.Pages pages = laid(letter);
          file.add(pages);
          if (pages.count() % 2 == 1) {
            file.addBlank();
          }
        }
      }
      assertThat(file.pages()).isEqualTo(12 * 2 * MIXED.size());
    }
    assertThat(VeraPdf.broken(out.toByteArray())).isEmpty();
  }

  private static Laid.Pages laid(Letter letter) {
    return (Laid.Pages) PRINTER.lay(letter);
  }

  private static PdfRunFile begun(OutputStream out) {
    return PdfRunFile.create(out, "Letters of 6 May", LetterLanguage.EN_GB, Letters.DAY, FONTS);
  }
}
