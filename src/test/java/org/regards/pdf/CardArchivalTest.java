package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;

/** Cards of every format, design and language are valid PDF/UA-1 and PDF/A-2a. */
class CardArchivalTest {
  private static final Fonts FONTS = Fonts.builtIn();

  static Stream<Arguments> formatsAndDesigns() {
    return Arrays.stream(CardFormat.values())
        .flatMap(
            format ->
                Arrays.stream(CardDesign.values()).map(design -> Arguments.of(format, design)));
  }

  /** All languages on the sheets of one file, which is read out in each of them. */
  @ParameterizedTest
  @MethodSource("formatsAndDesigns")
  void isValidOnSheets(CardFormat format, CardDesign design) {
    List<Laid.Pages> cards = new ArrayList<>();
    for (LetterLanguage language : LetterLanguage.values()) {
      cards.add(laid(CardStock.usual().with(design).on(CardSheet.SRA4), format, language));
    }
    Imposition imposition = cards.getFirst().imposition().orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfRunFile file =
        PdfRunFile.create(bytes, "Cards", LetterLanguage.EN_GB, Letters.DAY, FONTS)) {
      for (int sheet = 0; sheet < imposition.sheets(cards.size()); sheet++) {
        file.add(imposition.sheet(sheet, cards.size(), cards::get));
      }
    }
    assertThat(VeraPdf.broken(bytes.toByteArray())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CardSheet.class)
  void isValidAlone(CardSheet sheet) {
    for (CardFormat format : CardFormat.values()) {
      if (Imposition.of(format, sheet).isPresent()) {
        PdfPrinter printer = printer(CardStock.usual().on(sheet), format);
        Printed printed =
            printer.print(Letters.seedCard(LetterType.THANK_YOU, LetterLanguage.FR_FR));
        assertThat(printed).isInstanceOf(Printed.Pdf.class);
        assertThat(VeraPdf.broken(((Printed.Pdf) printed).bytes())).isEmpty();
      }
    }
  }

  private static Laid.Pages laid(CardStock stock, CardFormat format, LetterLanguage language) {
    LetterType type = format.isFolded() ? LetterType.FAREWELL_CARD : LetterType.THANK_YOU;
    return (Laid.Pages) printer(stock, format).lay(Letters.seedCard(type, language));
  }

  private static PdfPrinter printer(CardStock stock, CardFormat format) {
    return new PdfPrinter(Letters.ORCHARD.with(stock.asked(format)), FONTS);
  }
}
