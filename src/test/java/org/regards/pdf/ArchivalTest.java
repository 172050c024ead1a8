package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.letter.Letter;

/** Everything printed is valid PDF/UA-1 and PDF/A-2a. */
class ArchivalTest {
  private static final Fonts FONTS = Fonts.builtIn();

  static Stream<Arguments> printed() {
    return Stream.of(
        Arguments.of("DIN 5008, English", Letters.ORCHARD, Letters.explanation()),
        Arguments.of("DIN 5008, German", Letters.ORCHARD_DE, Letters.german()),
        Arguments.of("DIN 5008, French", Letters.ORCHARD, Letters.french()),
        Arguments.of("DIN 5008, Spanish", Letters.ORCHARD, Letters.spanish()),
        Arguments.of("DIN 5008, table, list and links", Letters.ORCHARD, Letters.rich()),
        Arguments.of("US, table, list and links", Letters.ORCHARD_US, Letters.rich()),
        Arguments.of("blank stationery", Stationery.blank(), Letters.explanation()),
        Arguments.of("two pages", Letters.ORCHARD, Letters.ofParagraphs(12)),
        Arguments.of("US, two pages", Letters.ORCHARD_US, Letters.ofParagraphs(12)),
        Arguments.of("card", Letters.ORCHARD, Letters.card()),
        Arguments.of(
            "names beyond Western Europe",
            Letters.ORCHARD,
            Letters.to(
                Letters.explanation(), "Ms Żaneta Đorđević-Ощепкова Ελένη", "", Letters.LEEDS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("printed")
  void isValid(String name, Stationery stationery, Letter letter) {
    Printed printed = new PdfPrinter(stationery, FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    assertThat(VeraPdf.broken(((Printed.Pdf) printed).bytes())).isEmpty();
  }
}
