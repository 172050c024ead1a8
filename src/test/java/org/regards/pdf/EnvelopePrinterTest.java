package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;
import org.regards.letter.Recipient;
import org.regards.pdf.PaperRuler.Text;
import org.regards.postal.Envelope;
import org.regards.postal.IntelligentMail;
import org.regards.postal.Rectangle;

/** Envelopes, measured in the finished PDF. */
class EnvelopePrinterTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final Offset<Float> PRESS = Offset.offset(0.3f);
  private static final float INCH = 25.4f;
  private static final String CODE = "7QK3V0Z9N4B8XW2M6YHTRC1D5F";
  private static final Addressed LEEDS =
      addressed("L-1", "Ms Ana Lee", Letters.LEEDS, LetterType.EXPLANATION);
  private static final Addressed PORTLAND =
      addressed("L-2", "Ms. Ana Lee", Letters.PORTLAND, LetterType.EXPLANATION);

  /** ISO 269 and the American sizes, as they lie with the address upright. */
  @ParameterizedTest
  @CsvSource({
    "dl, 220, 110",
    "c6, 162, 114",
    "c6-5, 229, 114",
    "c5, 229, 162",
    "c4, 229, 324",
    "us-10, 241.3, 104.775",
    "us-9, 225.425, 98.425",
    "us-a2, 146.05, 111.125",
    "us-a6, 165.1, 120.65",
    "us-a7, 184.15, 133.35"
  })
  void pageHasTheSizeOfTheEnvelopeAndIsValid(String word, float width, float height) {
    AddressPrint print = print(Letters.ORCHARD, word, LEEDS);
    PaperRuler ruler = new PaperRuler(print.bytes());
    assertThat(ruler.pages()).isEqualTo(1);
    assertThat(ruler.width(0)).isCloseTo(width, PRESS);
    assertThat(ruler.height(0)).isCloseTo(height, PRESS);
    assertThat(ruler.words())
        .contains("Holloway Orchards", "3 Cider Row", "Ms Ana Lee", "14 Mill Lane", "LS1 4DY");
    assertThat(VeraPdf.broken(print.bytes())).isEmpty();
  }

  /** Domestic Mail Manual 202: from 5/8 in to 2 3/4 in above the bottom, 1/2 in from the sides. */
  @ParameterizedTest
  @ValueSource(strings = {"us-10", "us-9", "us-a2", "us-a6", "us-a7"})
  void americanAddressIsInTheReadArea(String word) {
    Stationery stationery = Letters.ORCHARD_US.with(new CodesWanted(true, null, false));
    PaperRuler ruler = new PaperRuler(print(stationery, word, PORTLAND).bytes());
    float height = ruler.height(0);
    assertThat(ruler.texts(0))
        .filteredOn(text -> text.baseline() > height - 2.75f * INCH)
        .extracting(Text::text)
        .containsExactly("Ms. Ana Lee", "1207 NE Alder Street", "Apt 5", "PORTLAND, OR 97232");
    Rectangle address =
        new PagePicture(print(stationery, word, PORTLAND).bytes(), 0)
            .ink(Rectangle.between(1, height - 2.75f * INCH, ruler.width(0) - 1, height - 1));
    assertThat(address.y()).isGreaterThan(height - 2.75f * INCH + 0.5f);
    assertThat(address.bottom()).isLessThan(height - 0.625f * INCH);
    assertThat(address.x()).isGreaterThan(INCH / 2);
    assertThat(address.right()).isLessThan(ruler.width(0) - INCH / 2);
  }

  @ParameterizedTest
  @CsvSource({"dl, 15", "c6, 15", "c6-5, 15", "c5, 15", "c4, 15"})
  void germanAddressIsUnderTheZonesOfSenderAndStamp(String word, float below) {
    byte[] pdf = print(Letters.ORCHARD_DE, word, LEEDS).bytes();
    PaperRuler ruler = new PaperRuler(pdf);
    PagePicture page = new PagePicture(pdf, 0);
    float width = ruler.width(0);
    float height = ruler.height(0);
    Rectangle stamp = page.ink(Rectangle.between(width - 74, 0.5f, width - 0.5f, 40));
    assertThat(stamp.isEmpty()).isTrue();
    Rectangle address = page.ink(Rectangle.between(0.5f, 40, width - 0.5f, height - 0.5f));
    assertThat(address.y()).isGreaterThan(40.5f);
    assertThat(address.x()).isGreaterThan(15);
    assertThat(address.right()).isLessThan(width - 15);
    assertThat(address.bottom()).isLessThan(height - below);
    assertThat(ruler.text(0, "VEREINIGTES KÖNIGREICH").x()).isCloseTo(0.45f * width, PRESS);
  }

  @Test
  void longLineMovesTheAddressToTheLeftBeforeItsTypeShrinks() {
    Addressed longer =
        addressed(
            "L-1",
            "Professor Dr Wilhelmina van der Bruggen-Oosterhout",
            Letters.LEEDS,
            LetterType.EXPLANATION);
    PaperRuler ruler = new PaperRuler(print(Letters.ORCHARD, "c6", longer).bytes());
    Text name = ruler.text(0, "Professor");
    assertThat(name.x()).isLessThan(0.45f * 162);
    assertThat(name.right()).isCloseTo(162 - 15, PRESS);
    assertThat(name.size()).isCloseTo(12, Offset.offset(0.01f));
  }

  @Test
  void codesAreOnTheEnvelopeToo() {
    Stationery stationery =
        Letters.ORCHARD_US.with(new CodesWanted(true, new IntelligentMail("123456", "700"), false));
    byte[] pdf = print(stationery, "us-10", PORTLAND).bytes();
    PagePicture page = new PagePicture(pdf, 0);
    assertThat(page.qr(new Rectangle(5, 5, 18, 18))).isEqualTo(CODE);
    float name = new PaperRuler(pdf).text(0, "Ms. Ana Lee").baseline();
    Rectangle bars = page.ink(Rectangle.between(60, name - 11, 230, name - 4));
    assertThat(page.bars(bars))
        .hasSize(65)
        .isEqualTo(
            String.join(
                "",
                PostalBars.intelligentMail("00700123456000000007", "97232").bars().stream()
                    .map(Enum::name)
                    .toList()));
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void cardGetsTheEnvelopeItIsMadeForAndALetterTheOneItIsFoldedFor() {
    EnvelopePrinter british = new EnvelopePrinter(Letters.ORCHARD, FONTS);
    EnvelopePrinter american = new EnvelopePrinter(Letters.ORCHARD_US, FONTS);
    Addressed card = addressed("L-3", "Ana Lee", Letters.LEEDS, LetterType.FAREWELL_CARD);
    assertThat(british.usual(card)).isEqualTo(Envelope.C6);
    assertThat(american.usual(card)).isEqualTo(Envelope.US_A2);
    assertThat(british.usual(LEEDS).width()).isEqualTo(220);
    assertThat(american.usual(LEEDS)).isEqualTo(Envelope.US_10);
  }

  @Test
  void refusesByNameWhatCannotBePrintedAndPrintsTheOthers() {
    Addressed nowhere =
        addressed(
            "L-5",
            "Ana Lee",
            new PostalAddress("", "Leeds", "", "LS1 4DY", "GB"),
            LetterType.EXPLANATION);
    AddressPrint print =
        new EnvelopePrinter(Letters.ORCHARD, FONTS)
            .print(List.of(LEEDS, nowhere, PORTLAND), Envelope.C6);
    assertThat(print.printed()).containsExactly("L-1", "L-2");
    assertThat(print.pages()).isEqualTo(2);
    assertThat(print.refused())
        .containsExactly(
            new AddressPrint.NotPrinted(
                "L-5", List.of(new PrintRefusal.IncompleteAddress(List.of("a street or box")))));
    assertThat(VeraPdf.broken(print.bytes())).isEmpty();
  }

  @Test
  void unknownSenderLeavesItsPlaceFree() {
    AddressPrint print = print(Stationery.blank(), "c6", LEEDS);
    assertThat(new PaperRuler(print.bytes()).texts(0)).extracting(Text::text).hasSize(5);
    assertThat(VeraPdf.broken(print.bytes())).isEmpty();
  }

  @Test
  void sameEnvelopesAreTheSameFile() {
    assertThat(print(Letters.ORCHARD, "dl", LEEDS).bytes())
        .isEqualTo(print(Letters.ORCHARD, "dl", LEEDS).bytes());
  }

  private static AddressPrint print(Stationery stationery, String envelope, Addressed addressed) {
    AddressPrint print =
        new EnvelopePrinter(stationery, FONTS)
            .print(List.of(addressed), Envelope.of(envelope).orElseThrow());
    assertThat(print.refused()).isEmpty();
    return print;
  }

  private static Addressed addressed(
      String id, String name, PostalAddress address, LetterType type) {
    return new Addressed(
        id,
        new Recipient(new CustomerId("C-1"), name, "", address, ""),
        LetterLanguage.EN_GB,
        Letters.DAY,
        type,
        new MailCodes(CODE, 7));
  }
}
