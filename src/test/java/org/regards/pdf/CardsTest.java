package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;

/** What goes on which card, and what is on its front. */
class CardsTest {
  private static final Fonts FONTS = Fonts.builtIn();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"GB,105", "DE,105", "US,107.95", "CA,107.95"})
  void takesTheCardOfTheSendersCountry(String country, float panel) {
    Stationery sender = new Stationery("Business", List.of("Street"), country, "", "", "");
    PaperRuler ruler = ruler(sender, Letters.card());
    assertThat(ruler.width(0)).isCloseTo(2 * panel, within(0.1f));
  }

  @ParameterizedTest
  @EnumSource(CardFormat.class)
  void holdsTheWordsThatTheProductComesFrom(CardFormat format) {
    PaperRuler ruler =
        ruler(
            stationery(CardStock.usual().asked(format)),
            Letters.seedCard(type(format), LetterLanguage.EN_GB));
    assertThat(ruler.words().replaceAll("\\s+", " "))
        .contains("so grateful for your business", "feel free to call us.", "With thanks,");
  }

  @Test
  void printsThanksAsALetterUnlessAskedForACard() {
    Letter thanks = Letters.seedCard(LetterType.THANK_YOU, LetterLanguage.EN_GB);
    assertThat(ruler(Letters.ORCHARD, thanks).height(0)).isGreaterThan(290);
    CardStock stock = new CardStock(null, CardFormat.POSTCARD, null, null, null, CardSheet.SINGLE);
    assertThat(ruler(stationery(stock), thanks).height(0)).isCloseTo(105, within(0.1f));
    assertThat(ruler(stationery(stock), Letters.card()).height(0)).isCloseTo(148, within(0.1f));
  }

  @Test
  void cardHasNoSubject() {
    Letter thanks =
        new Letter(
            Letters.seedCard(LetterType.THANK_YOU, LetterLanguage.EN_GB).head(),
            Letters.text("Thank you for your letter"),
            Letters.card().parts());
    PaperRuler ruler = ruler(stationery(CardStock.usual().asked(CardFormat.A6)), thanks);
    assertThat(ruler.words()).doesNotContain("Thank you for your letter");
  }

  @Test
  void refusesAPostcardForAnythingButThanks() {
    assertThat(reasons(CardStock.usual().asked(CardFormat.POSTCARD), Letters.card()))
        .containsExactly(
            "no farewell-card goes on a postcard, which everybody on the way can read; only a"
                + " thank-you does: take a card in an envelope, or a letter");
    assertThat(reasons(CardStock.usual().asked(CardFormat.POSTCARD), Letters.explanation()))
        .singleElement()
        .asString()
        .startsWith("no explanation goes on a postcard");
  }

  @Test
  void refusesACardForALetterThatNeedsAPage() {
    assertThat(reasons(CardStock.usual().asked(CardFormat.A5), Letters.rich()))
        .containsExactly(
            "no compromise goes on a card, only a farewell-card and a thank-you do; print it"
                + " without --card");
  }

  @Test
  void refusesASheetThatIsTooSmall() {
    CardStock stock = CardStock.usual().asked(CardFormat.A5).on(CardSheet.LETTER);
    assertThat(reasons(stock, Letters.card()))
        .containsExactly(
            "a card a5 is 297 × 210 mm unfolded and does not fit on a sheet letter; take another"
                + " sheet");
  }

  @Test
  void refusesAnAddressThatIsTooLongForAPostcard() {
    Letter far =
        Letters.to(
            Letters.seedCard(LetterType.THANK_YOU, LetterLanguage.EN_GB),
            "Ms Ana Maria Magdalena Featherstonehaugh-Cholmondeley",
            "The Society for the Preservation of Hedgerows and Ditches",
            new PostalAddress(
                "Flat 4, The Old Granary\nUpper Mill Lane, off Station Road\nNether Wallop",
                "Stockbridge",
                "",
                "SO20 8EY",
                "GB"));
    assertThat(reasons(CardStock.usual().asked(CardFormat.POSTCARD), far))
        .containsExactly(
            "the address takes 10 lines on the postcard and there is room for 8; shorten it in the"
                + " customer's record, or take a card in an envelope");
  }

  @Test
  void fillsTheFrontWithTheUsersPictureFromItsMiddle() throws IOException {
    CardStock stock = pictured(photograph(1600, 1600)).on(CardSheet.BLEED);
    byte[] pdf = print(stock, Letters.card());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDImageXObject picture = picture(document);
      assertThat(picture.getHeight()).isEqualTo(1600);
      assertThat(picture.getWidth() / 1600f).isCloseTo(108 / 154f, within(0.001f));
    }
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void makesAPictureOfTooManyDotsSmaller() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(print(pictured(photograph(2600, 3600)), Letters.card()))) {
      assertThat(picture(document).getHeight()).isCloseTo(2039, within(2));
    }
  }

  @Test
  void refusesAPictureThatWouldLookSoft() throws IOException {
    Path file = photograph(600, 800);
    PdfPrinter printer = new PdfPrinter(stationery(pictured(file)), FONTS);
    assertThatThrownBy(() -> printer.print(Letters.card()))
        .isInstanceOf(UnusablePictureException.class)
        .hasMessage(
            "the picture of the card "
                + file
                + " cannot be printed: it would look soft: 568 × 800 pixels of it fill 105 × 148 mm"
                + " with 137 dots an inch, and it takes 200; take one of at least 827 × 1166"
                + " pixels, or a smaller card");
  }

  @ParameterizedTest
  @CsvSource({
    "Lark & Linden,L & L",
    "Holloway Orchards,HO",
    "the tea house,TTH",
    "Müller + Söhne GmbH,M & S",
    "Élan,É",
    "'Smith, Jones & Partners Ltd',SJP",
    "Jean-Luc,JL",
    "'  ',''"
  })
  void takesInitialsOfAName(String name, String initials) {
    assertThat(Initials.of(name)).isEqualTo(initials);
  }

  @Test
  void printsInitialsOfTheBusiness() {
    assertThat(
            ruler(stationery(CardStock.usual().with(CardDesign.INITIALS)), Letters.card())
                .text(0, "HO")
                .x())
        .isBetween(140f, 157.5f);
  }

  @ParameterizedTest
  @CsvSource({"single,DuplexFlipShortEdge", "a4,DuplexFlipLongEdge", "sra4,DuplexFlipLongEdge"})
  void asksThePrinterToTurnTheSheetAtTheRightEdge(String sheet, String edge) throws IOException {
    CardStock stock =
        CardStock.usual().asked(CardFormat.A6).on(CardSheet.named(sheet).orElseThrow());
    try (PDDocument document = Loader.loadPDF(print(stock, Letters.card()))) {
      assertThat(document.getDocumentCatalog().getViewerPreferences().getDuplex()).isEqualTo(edge);
    }
  }

  @Test
  void printsTheSameCardToTheSameBytes() {
    for (CardDesign design : CardDesign.values()) {
      CardStock stock = CardStock.usual().with(design);
      assertThat(print(stock, Letters.card())).isEqualTo(print(stock, Letters.card()));
    }
  }

  @Test
  void specimenHasACardOfEachDesign() {
    CardStock stock = CardStock.usual().asked(CardFormat.A6).on(CardSheet.A4);
    CardSpecimen specimen = new CardSpecimen(stationery(stock), FONTS);
    assertThat(specimen.print())
        .isInstanceOfSatisfying(
            Printed.Pdf.class,
            pdf -> {
              assertThat(pdf.pages()).isEqualTo(6);
              assertThat(new PaperRuler(pdf.bytes()).words().replaceAll("\\s+", " "))
                  .contains("waves that run over the edges", "one leaf in autumn");
              assertThat(VeraPdf.broken(pdf.bytes())).isEmpty();
            });
  }

  private Path photograph(int columns, int rows) throws IOException {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    Random chance = new Random(1);
    for (int y = 0; y < rows; y += 8) {
      for (int x = 0; x < columns; x++) {
        image.setRGB(x, y, chance.nextInt(0x1000000));
      }
    }
    Path file = folder.resolve(columns + "x" + rows + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static CardStock pictured(Path file) {
    return new CardStock(CardFormat.A6, null, null, null, file, CardSheet.SINGLE);
  }

  private static PDImageXObject picture(PDDocument document) throws IOException {
    PDResources resources = document.getPage(0).getResources();
    COSName name = resources.getXObjectNames().iterator().next();
    return (PDImageXObject) resources.getXObject(name);
  }

  private static LetterType type(CardFormat format) {
    return format.isFolded() ? LetterType.FAREWELL_CARD : LetterType.THANK_YOU;
  }

  private static Stationery stationery(CardStock stock) {
    return Letters.ORCHARD.with(stock);
  }

  private static byte[] print(CardStock stock, Letter letter) {
    Printed printed = new PdfPrinter(stationery(stock), FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    return ((Printed.Pdf) printed).bytes();
  }

  private static PaperRuler ruler(Stationery stationery, Letter letter) {
    Printed printed = new PdfPrinter(stationery, FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    return new PaperRuler(((Printed.Pdf) printed).bytes());
  }

  private static List<String> reasons(CardStock stock, Letter letter) {
    Printed printed = new PdfPrinter(stationery(stock), FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Refused.class);
    return ((Printed.Refused) printed).reasons().stream().map(PrintRefusal::message).toList();
  }
}
