package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.postal.IntelligentMail;
import org.regards.postal.LetterForm;
import org.regards.postal.Paper;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;

/** Codes on letters: where they stand, what they say, and that they are read from the page. */
class LetterCodesTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final String CODE = "7QK3V0Z9N4B8XW2M6YHTRC1D5F";
  private static final MailCodes CODES = new MailCodes(CODE, 12345);
  private static final CodesWanted QR = new CodesWanted(true, null, false);
  private static final IntelligentMail MAILER = new IntelligentMail("123456", "700");
  private static final Stationery US =
      Letters.ORCHARD_US.with(new CodesWanted(false, MAILER, false));
  private static final Stationery DUTCH =
      new Stationery(
              "Holloway Boomgaard",
              List.of("Prinsengracht 5", "1015 AA Amsterdam"),
              "NL",
              "",
              "",
              "")
          .with(new CodesWanted(false, null, true));
  private static final PostalAddress AMSTERDAM =
      new PostalAddress("Keizersgracht 123-B", "Amsterdam", "", "1015 CJ", "NL");
  private static final Offset<Float> PRESS = Offset.offset(0.3f);

  @ParameterizedTest
  @EnumSource(LetterForm.class)
  void qrIsReadFromTheFirstPageOfEveryFormAndNeverInTheWindow(LetterForm form) {
    Stationery stationery = Letters.ORCHARD.with(QR).with(new Paper(form, null, null));
    byte[] pdf = printed(stationery, Letters.explanation(), CODES);
    PagePicture page = new PagePicture(pdf, 0);
    WindowFit fit = stationery.paper().in("GB");
    Rectangle qr = qr(form, page);
    assertThat(page.qr(grown(qr, QrSymbol.quietZone()))).isEqualTo(CODE);
    assertThat(qr.width()).isCloseTo(10.6f, PRESS);
    assertThat(page.ink(grown(qr, QrSymbol.quietZone())).width()).isCloseTo(10.6f, PRESS);
    assertThat(fit.reach().overlaps(grown(qr, QrSymbol.quietZone()))).isFalse();
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void qrDoesNotMoveTheWordsOfALetterByDin() {
    byte[] without = printed(Letters.ORCHARD_DE, Letters.german(), MailCodes.none());
    byte[] with = printed(Letters.ORCHARD_DE.with(QR), Letters.german(), CODES);
    assertThat(new PaperRuler(with).texts(0)).isEqualTo(new PaperRuler(without).texts(0));
  }

  @Test
  void qrIsOnTheFirstPageOnly() {
    byte[] pdf = printed(Letters.ORCHARD.with(QR), Letters.ofParagraphs(12), CODES);
    byte[] without = printed(Letters.ORCHARD, Letters.ofParagraphs(12), CODES);
    assertThat(new PaperRuler(pdf).pages()).isGreaterThan(1);
    Rectangle all = new Rectangle(5, 5, 200, 287);
    assertThat(new PagePicture(pdf, 1).ink(all)).isEqualTo(new PagePicture(without, 1).ink(all));
  }

  @Test
  void intelligentMailIsReadFromTheWindowWithItsClearZones() {
    byte[] pdf = printed(US, Letters.rich(), CODES);
    Rectangle visible = US.paper().in("US").visible();
    PagePicture page = new PagePicture(pdf, 0);
    PaperRuler.Text name = new PaperRuler(pdf).text(0, "Ms. Ana Lee");
    float capitals = name.baseline() - name.size() * 0.7f * 25.4f / 72;
    Rectangle bars =
        page.ink(Rectangle.between(visible.x() - 3, visible.y() - 4, 150, capitals - 0.2f));
    assertThat(page.bars(bars))
        .isEqualTo(written(PostalBars.intelligentMail("00700123456000012345", "97232")));
    assertThat(bars.width()).isBetween(2.667f * 25.4f, 3.225f * 25.4f);
    // visible is an eighth of an inch inside the window already
    assertThat(bars.x()).isGreaterThan(visible.x() - 0.05f);
    assertThat(bars.right()).isLessThan(visible.right() + 0.05f);
    assertThat(bars.y()).isGreaterThan(visible.y() - 0.05f);
    assertThat(capitals - bars.bottom()).isGreaterThan(25.4f / 25);
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void addressOfFourLinesStillShowsBesideIntelligentMail() {
    byte[] pdf = printed(US, Letters.rich(), CODES);
    Rectangle visible = US.paper().in("US").visible();
    List<PaperRuler.Text> lines =
        new PaperRuler(pdf)
            .texts(0).stream()
                .filter(text -> text.baseline() > 55 && text.baseline() < 86)
                .toList();
    assertThat(lines).extracting(PaperRuler.Text::text).hasSize(4).contains("PORTLAND, OR 97232");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.size()).isGreaterThanOrEqualTo(8);
              assertThat(line.baseline()).isLessThan(visible.bottom());
            });
  }

  @Test
  void addressOfFiveLinesDoesNotAndIsRefusedWithTheFigures() {
    Letter letter = Letters.to(Letters.rich(), "Ms. Ana Lee", "Growers Inc.", Letters.PORTLAND);
    assertThat(refusals(US, letter))
        .singleElement()
        .asString()
        .startsWith("the 5 lines of the address and the barcode are ")
        .contains(" mm high, and the window of a us-10 envelope ");
    assertThat(refusals(Letters.ORCHARD_US, letter)).isEmpty();
  }

  @Test
  void kixIsReadFromUnderTheAddress() {
    Letter letter =
        Letters.to(Letters.explanation(), "Mevr. A. de Boer", "Bakkerij De Boer", AMSTERDAM);
    byte[] pdf = printed(DUTCH, letter, CODES);
    Rectangle visible = DUTCH.paper().in("NL").visible();
    PaperRuler.Text town = new PaperRuler(pdf).text(0, "1015 CJ Amsterdam");
    PagePicture page = new PagePicture(pdf, 0);
    Rectangle bars =
        page.ink(Rectangle.between(20, town.baseline() + 1.6f, 110, visible.bottom() + 3));
    assertThat(page.bars(bars)).isEqualTo(written(PostalBars.kix("1015CJ123XB")));
    assertThat(bars.x()).isCloseTo(town.x(), PRESS);
    assertThat(bars.y() - town.baseline()).isGreaterThan(2);
    assertThat(bars.bottom()).isLessThan(visible.bottom() - 1.95f);
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void wrongPostalCodesAreRefusedWithTheReason() {
    Letter american =
        Letters.to(
            Letters.rich(), "Ms. Ana Lee", "", new PostalAddress("5 Oak", "X", "OR", "9723", "US"));
    assertThat(refusals(US, american))
        .containsExactly(
            "the Intelligent Mail barcode cannot be made of the address: the postal code is no ZIP"
                + " Code of 5 digits, 9 (12345-6789) or 11 (12345-6789-01); correct it in the"
                + " customer's record");
    Letter dutch =
        Letters.to(
            Letters.explanation(),
            "Mevr. A. de Boer",
            "",
            new PostalAddress("Keizersgracht", "Amsterdam", "", "1015 CJ", "NL"));
    assertThat(refusals(DUTCH, dutch))
        .containsExactly(
            "the KIX barcode cannot be made of the address: it needs a postal code such as 1012 AB,"
                + " and a street that ends in a house number; correct it in the customer's record");
  }

  @Test
  void mailAbroadHasNoBarcode() {
    assertThat(printed(US, Letters.explanation(), CODES))
        .isEqualTo(printed(Letters.ORCHARD_US, Letters.explanation(), CODES));
    assertThat(printed(DUTCH, Letters.explanation(), CODES))
        .isEqualTo(printed(DUTCH.with(CodesWanted.none()), Letters.explanation(), CODES));
  }

  @Test
  void sameLetterIsTheSameFile() {
    Stationery all = Letters.ORCHARD_US.with(new CodesWanted(true, MAILER, false));
    assertThat(printed(all, Letters.rich(), CODES)).isEqualTo(printed(all, Letters.rich(), CODES));
  }

  @Test
  void cardBearsNone() {
    assertThat(printed(Letters.ORCHARD.with(QR), Letters.card(), CODES))
        .isEqualTo(printed(Letters.ORCHARD, Letters.card(), CODES));
  }

  private static Rectangle qr(LetterForm form, PagePicture page) {
    Rectangle where =
        switch (form.references()) {
          case LetterForm.References.Block block -> under(page, block.x(), block.y());
          case LetterForm.References.BlockAndDate block -> under(page, block.x(), block.y());
          case LetterForm.References.DateAndLine ignored -> new Rectangle(175, 55, 25, 20);
        };
    return page.ink(where);
  }

  /** The last black thing of the column under the rows of the references. */
  private static Rectangle under(PagePicture page, float x, float y) {
    for (float bottom = y + 60; bottom > y + 20; bottom -= 0.5f) {
      Rectangle ink = page.ink(Rectangle.between(x - 1, bottom - 11.5f, x + 11.5f, bottom));
      if (Math.abs(ink.height() - 10.6f) < 0.1f && Math.abs(ink.width() - 10.6f) < 0.1f) {
        return ink;
      }
    }
    throw new AssertionError("no QR code under the references");
  }

  private static Rectangle grown(Rectangle inner, float by) {
    return Rectangle.between(
        inner.x() - by, inner.y() - by, inner.right() + by, inner.bottom() + by);
  }

  private static String written(PostalBars bars) {
    StringBuilder written = new StringBuilder();
    bars.bars().forEach(bar -> written.append(bar.name()));
    return written.toString();
  }

  private static byte[] printed(Stationery stationery, Letter letter, MailCodes codes) {
    PdfPrinter printer = new PdfPrinter(stationery, FONTS, ignored -> codes);
    return switch (printer.print(new LetterId(1), letter)) {
      case Printed.Pdf pdf -> pdf.bytes();
      case Printed.Refused refused ->
          throw new AssertionError(
              refused.reasons().stream().map(PrintRefusal::message).toList().toString());
    };
  }

  private static List<String> refusals(Stationery stationery, Letter letter) {
    PdfPrinter printer = new PdfPrinter(stationery, FONTS, ignored -> CODES);
    return printer.lay(new LetterId(1), letter) instanceof Laid.Refused refused
        ? refused.reasons().stream().map(PrintRefusal::message).toList()
        : List.of();
  }
}
