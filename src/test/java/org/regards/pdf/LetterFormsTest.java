package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterType;
import org.regards.pdf.PaperRuler.Stroke;
import org.regards.pdf.PaperRuler.Text;
import org.regards.postal.Envelope;
import org.regards.postal.FoldPlan;
import org.regards.postal.LetterForm;
import org.regards.postal.Paper;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;

/** Finished pages of every form, measured in millimetres. */
class LetterFormsTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final Offset<Float> PRESS = within(0.3f);

  /** From the baseline of 11 pt up to the top of the line. */
  private static final float ASCENT = 0.891f * 11 * 25.4f / 72;

  private static final String NAME = "Ms Ana Lee";

  /** As the standards and makers have it; Swiss text begins where the C5's window always shows. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // unit in mm, field from left and top, its width and height, indent, folds
    "DIN_5008_A,1,20,27,85,45,5,87,192",
    "DIN_5008_B,1,20,45,85,45,5,105,210",
    "SWISS_RIGHT,1,112,45,90,45,8,105,210",
    "SWISS_LEFT,1,20,35.5,100,45,5,105,210",
    "FRENCH,1,100,35,100,45,10,99,198",
    "US_9,25.4,0.6875,2.1875,4.5,1.125,0.3125,3.75,7.375",
    "US_10,25.4,0.6875,2.1875,4.5,1.125,0.3125,4,7.5",
  })
  void hasTheFieldAndFoldsOfItsStandard(
      LetterForm form,
      float unit,
      float x,
      float y,
      float width,
      float height,
      float indent,
      float firstFold,
      float secondFold) {
    Offset<Float> exactly = within(0.001f);
    LetterForm.AddressField field = form.address();
    assertThat(field.x()).isCloseTo(x * unit, exactly);
    assertThat(field.y()).isCloseTo(y * unit, exactly);
    assertThat(field.width()).isCloseTo(width * unit, exactly);
    assertThat(field.height()).isCloseTo(height * unit, exactly);
    assertThat(field.indent()).isCloseTo(indent * unit, exactly);
    List<Float> folds = form.fold().on(form.sheet().height());
    assertThat(folds).hasSize(2);
    assertThat(folds.getFirst()).isCloseTo(firstFold * unit, exactly);
    assertThat(folds.getLast()).isCloseTo(secondFold * unit, exactly);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // paper, where the address begins, folds, hole
    "DIN_5008_A,210,297,25,44.7,87,192,148.5",
    "DIN_5008_B,210,297,25,62.7,105,210,148.5",
    "SWISS_RIGHT,210,297,120,57.3,105,210,148.5",
    "SWISS_LEFT,210,297,25,52.9,105,210,148.5",
    "FRENCH,210,297,110,47.5,99,198,148.5",
    "US_9,215.9,279.4,25.4,60.88,95.25,187.325,",
    "US_10,215.9,279.4,25.4,67.23,101.6,190.5,",
    "UK_DL,210,297,25,57.5,99,198,",
  })
  void placesAddressAndMarks(
      LetterForm form,
      float width,
      float height,
      float x,
      float top,
      float firstFold,
      float secondFold,
      Float hole) {
    PaperRuler ruler = ruler(form);
    assertThat(ruler.width(0)).isCloseTo(width, PRESS);
    assertThat(ruler.height(0)).isCloseTo(height, PRESS);
    Text first = ruler.text(0, NAME);
    assertThat(first.x()).isCloseTo(x, PRESS);
    assertThat(first.baseline() - ASCENT).isCloseTo(top, PRESS);
    List<Stroke> marks = ruler.strokes(0).stream().filter(stroke -> stroke.toX() < 12).toList();
    assertThat(marks).allSatisfy(mark -> assertThat(mark.x()).isCloseTo(3.5f, within(0.05f)));
    List<Float> folds = new ArrayList<>(List.of(firstFold, secondFold));
    List<Float> lengths = new ArrayList<>(List.of(2f, 2f));
    if (hole != null) {
      folds.add(hole);
      lengths.add(4f);
    }
    assertThat(marks).hasSameSizeAs(folds);
    for (int i = 0; i < folds.size(); i++) {
      assertThat(marks.get(i).y()).isCloseTo(folds.get(i), PRESS);
      assertThat(marks.get(i).toY()).isEqualTo(marks.get(i).y());
      assertThat(marks.get(i).toX() - marks.get(i).x()).isCloseTo(lengths.get(i), PRESS);
      assertThat(marks.get(i).thickness()).isCloseTo(0.25f, within(0.001f));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheAddressInItsField(LetterForm form) {
    LetterForm.AddressField field = form.address();
    Rectangle visible = new WindowFit(form, form.envelope(), form.fold()).visible();
    for (String line : List.of(NAME, "14 Mill Lane", "LEEDS", "LS1 4DY")) {
      Text text = ruler(form).text(0, line);
      assertThat(text.x()).isGreaterThanOrEqualTo(visible.x() - 0.05f);
      assertThat(text.x()).isCloseTo(field.x() + field.indent(), PRESS);
      assertThat(text.right()).isLessThan(Math.min(field.right(), visible.right()) + 0.05f);
      assertThat(text.baseline() - ASCENT).isGreaterThan(visible.y() - 0.05f);
      assertThat(text.baseline()).isLessThan(visible.bottom());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DIN_5008_A,25,27,32",
    "DIN_5008_B,25,45,50",
    "SWISS_RIGHT,120,51.5,56",
    "SWISS_LEFT,25,44.5,49.5"
  })
  void placesTheReturnLine(LetterForm form, float x, float top, float bottom) {
    Text line = ruler(form).text(0, "Holloway Orchards · Orchard House");
    assertThat(line.x()).isCloseTo(x, PRESS);
    assertThat(line.size()).isLessThanOrEqualTo(8);
    assertThat(line.baseline()).isBetween(top, bottom);
    assertThat(line.baseline() - line.size() * 0.25f).isGreaterThan(top);
  }

  @ParameterizedTest
  @EnumSource(names = {"FRENCH", "US_9", "US_10", "UK_DL"})
  void leavesTheSenderOutOfTheWindowWhereThatIsUsual(LetterForm form) {
    assertThat(ruler(form).texts(0)).noneMatch(text -> text.text().contains(" · Orchard House"));
  }

  @ParameterizedTest
  @CsvSource({
    "DIN_5008_A,125,32",
    "DIN_5008_B,125,50",
    "SWISS_LEFT,125,44.5",
    "SWISS_RIGHT,25,56",
    "FRENCH,25,56",
    "UK_DL,125,50"
  })
  void placesTheReferences(LetterForm form, float x, float top) {
    Text first = ruler(form).text(0, "Our reference");
    assertThat(first.x()).isCloseTo(x, PRESS);
    // the first of rows of 12 pt
    assertThat(first.baseline()).isCloseTo(top + 9 * 25.4f / 72, PRESS);
    assertThat(ruler(form).texts(0))
        .filteredOn(text -> text.x() > 120 && text.baseline() < 98)
        .allMatch(text -> text.right() < 200.3f);
  }

  @ParameterizedTest
  @CsvSource({"US_9,49,87.3125", "US_10,49,92.075"})
  void placesDateAndReferenceLine(LetterForm form, float date, float top) {
    assertThat(ruler(form).text(0, "6 May 2026").baseline()).isCloseTo(date, PRESS);
    Text line = ruler(form).text(0, "Our reference K-77");
    assertThat(line.baseline() - 0.905f * line.size() * 25.4f / 72).isCloseTo(top, PRESS);
  }

  @Test
  void putsTheFrenchDateUnderTheAddress() {
    PaperRuler ruler = ruler(Letters.french(), Letters.ORCHARD.with(paper(LetterForm.FRENCH)));
    Text date = ruler.text(0, "Le 6 mai 2026");
    assertThat(date.x()).isCloseTo(110, PRESS);
    assertThat(date.baseline()).isCloseTo(97, PRESS);
  }

  @ParameterizedTest
  @CsvSource({
    "DIN_5008_A,80.46",
    "DIN_5008_B,98.46",
    "SWISS_RIGHT,98.46",
    "SWISS_LEFT,98.46",
    "FRENCH,106",
    "US_9,97",
    "US_10,101.8",
    "UK_DL,98.46"
  })
  void keepsTheMargins(LetterForm form, float bodyTop) {
    PaperRuler ruler = ruler(form);
    Text subject = ruler.text(0, "Your request of");
    // 15 pt of leading over 11.5 pt of type
    assertThat(subject.baseline()).isBetween(bodyTop + 3.2f, bodyTop + 4.3f);
    LetterForm.Sheet sheet = form.sheet();
    assertThat(ruler.texts(0))
        .filteredOn(text -> text.baseline() > bodyTop + 2)
        .allSatisfy(
            text -> {
              assertThat(text.x()).isCloseTo(sheet.left(), PRESS);
              assertThat(text.right()).isLessThan(sheet.width() - sheet.right() + 0.3f);
              assertThat(text.baseline()).isLessThan(sheet.height() - sheet.bottom());
            });
  }

  @ParameterizedTest
  @EnumSource
  void isValidOnOnePageAndOnTwo(LetterForm form) {
    for (Letter letter : List.of(Letters.explanation(), Letters.ofParagraphs(14))) {
      Printed printed = new PdfPrinter(Letters.ORCHARD.with(paper(form)), FONTS).print(letter);
      assertThat(VeraPdf.broken(((Printed.Pdf) printed).bytes())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void headsAndNumbersFollowOnPages(LetterForm form) {
    PaperRuler ruler = ruler(Letters.ofParagraphs(14), Letters.ORCHARD.with(paper(form)));
    assertThat(ruler.pages()).isEqualTo(2);
    Text head = ruler.text(1, "Holloway Orchards");
    assertThat(head.baseline()).isCloseTo(13, PRESS);
    assertThat(head.text()).contains(NAME).contains("6 May 2026");
    Text number = ruler.text(1, "Page 2 of 2");
    assertThat(number.right()).isCloseTo(form.sheet().width() - form.sheet().right(), PRESS);
    assertThat(ruler.texts(1).stream().filter(text -> !text.equals(head)))
        .allMatch(text -> text.baseline() > 25);
  }

  static Stream<Arguments> windows() {
    return Arrays.stream(LetterForm.values())
        .flatMap(
            form ->
                Envelope.ALL.stream()
                    .filter(envelope -> envelope.window() != null)
                    .map(envelope -> Arguments.of(form, envelope)));
  }

  /** Also where a window reaches lower than the form is made for. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("windows")
  void neverShowsAnythingButTheAddress(LetterForm form, Envelope envelope) {
    for (LetterType type : List.of(LetterType.FAREWELL, LetterType.COOLING_OFF)) {
      Letter letter = ofType(type);
      for (FoldPlan fold : FoldPlan.ALL) {
        WindowFit fit = new WindowFit(form, envelope, fold);
        Stationery stationery = Letters.ORCHARD.with(new Paper(form, envelope, fold));
        Printed printed = new PdfPrinter(stationery, FONTS).print(letter);
        boolean own = envelope.equals(form.envelope()) && fold.equals(form.fold());
        assertThat(own && printed instanceof Printed.Refused).isFalse();
        if (printed instanceof Printed.Pdf pdf) {
          assertThat(fit.goesIn()).isTrue();
          assertShowsTheAddressOnly(new PaperRuler(pdf.bytes()), fit);
        }
      }
    }
  }

  private static void assertShowsTheAddressOnly(PaperRuler ruler, WindowFit fit) {
    Rectangle reach = fit.reach();
    assertThat(ruler.texts(0))
        .filteredOn(
            text ->
                Rectangle.between(
                        text.x(),
                        text.baseline() - text.size() * 0.66f * 25.4f / 72,
                        text.right(),
                        text.baseline())
                    .overlaps(reach))
        .extracting(Text::text)
        .allMatch(
            shown ->
                List.of(NAME, "14 Mill Lane", "LEEDS", "LS1 4DY").contains(shown)
                    || shown.startsWith("Holloway Orchards · "));
  }

  @Test
  void refusesAnAddressThatTheWindowDoesNotShow() {
    Stationery thirds =
        Letters.ORCHARD_US.with(new Paper(LetterForm.US_10, Envelope.US_10, FoldPlan.THIRDS));
    assertThat(refusals(Letters.rich(), thirds))
        .containsExactly(
            "the 4 lines of the address are 17.9 mm high, and the window of a us-10 envelope with a"
                + " us-10 sheet folded thirds shows 10.6 mm of them however the sheet slips; with"
                + " stationery.fold = us-10 it fits, or shorten the street or the organisation in"
                + " the customer's record");
  }

  @Test
  void setsAnAddressSmallerRatherThanRefuseIt() {
    Letter five = Letters.to(Letters.rich(), "Ms. Ana Lee", "Lee & Daughters", Letters.PORTLAND);
    PaperRuler ruler = ruler(five, Letters.ORCHARD_US);
    Rectangle visible = new WindowFit(LetterForm.US_10, Envelope.US_10, FoldPlan.US_10).visible();
    Text first = ruler.text(0, "Ms. Ana Lee");
    assertThat(first.size()).isCloseTo(10, within(0.01f));
    assertThat(first.baseline() - 0.891f * 10 * 25.4f / 72).isGreaterThan(visible.y());
    assertThat(ruler.text(0, "PORTLAND").baseline()).isLessThan(visible.bottom());
  }

  @Test
  void refusesALineOfTheAddressOnAFold() {
    Stationery folded =
        Letters.ORCHARD_DE.with(
            new Paper(LetterForm.DIN_5008_B, Envelope.C4, FoldPlan.of("70,150").orElseThrow()));
    assertThat(refusals(Letters.german(), folded))
        .containsExactly(
            "line 2 of the address lies on the fold 70.0 mm from the top of a c4 envelope with a"
                + " din-5008-b sheet folded 70,150; with stationery.fold = din-b it fits, or choose"
                + " other folds with stationery.fold");
  }

  @Test
  void refusesASheetThatDoesNotGoIn() {
    Stationery half =
        Letters.ORCHARD_DE.with(new Paper(LetterForm.DIN_5008_B, Envelope.DL, FoldPlan.HALF));
    assertThat(refusals(Letters.german(), half))
        .containsExactly(
            "the sheet folded half is 210.0 × 148.5 mm and does not go into a dl envelope of 220.0"
                + " × 110.0 mm; with stationery.fold = din-b it fits, or choose a larger one with"
                + " stationery.envelope");
  }

  @Test
  void refusesToShowALaterPanel() {
    Stationery folded =
        Letters.ORCHARD_DE.with(
            new Paper(LetterForm.DIN_5008_B, Envelope.C5, FoldPlan.of("90,175").orElseThrow()));
    assertThat(refusals(Letters.german(), folded))
        .containsExactly(
            "folded 90,175, the sheet sticks out 0.0 mm above and 37.0 mm below its first panel,"
                + " and the window of a c5 envelope may show what is printed there; with"
                + " stationery.fold = half it fits, or choose other folds with stationery.fold");
  }

  @Test
  void refusesALetterheadThatTheWindowWouldShow() {
    Stationery sender =
        new Stationery(
            "The Worshipful Company of Orchard Keepers, Cider Makers and Packers of ".repeat(5),
            List.of("Orchard House", "3 Cider Row", "Hereford HR1 2XA"),
            "DE",
            "",
            "",
            "");
    assertThat(refusals(Letters.german(), sender))
        .singleElement()
        .asString()
        .startsWith("the letterhead stands ")
        .contains(
            " mm from the top of the page, and the window of a dl envelope with a din-5008-b sheet"
                + " folded din-b may show everything from 45.0 to 95.0 mm there; ");
  }

  @Test
  void refusesAnAddressOfNineLinesOnce() {
    PostalAddress street =
        new PostalAddress(
            "c/o Lee\nBlock B\nFloor 2\nDoor 7\n14 Mill Lane", "Leeds", "", "LS1 4DY", "GB");
    for (LetterForm form : LetterForm.values()) {
      assertThat(
              refusals(
                  Letters.to(Letters.explanation(), NAME, "Lee Ltd", street),
                  Letters.ORCHARD.with(paper(form))))
          .containsExactly(
              "the address has 9 lines and a window shows 6 at most: lines 7 to 9 do not fit;"
                  + " shorten the street or the organisation in the customer's record");
    }
  }

  @Test
  void movesTheWordsBelowAWindowThatReachesLow() {
    PaperRuler ruler =
        ruler(
            Letters.german(),
            Letters.ORCHARD_DE.with(new Paper(LetterForm.DIN_5008_B, Envelope.C5, null)));
    Text subject = ruler.text(0, "Ihre Anfrage vom");
    // the window of a C5 may show all down to 102 mm
    assertThat(subject.baseline() - subject.size() * 0.9f * 25.4f / 72).isGreaterThan(102);
  }

  private static Letter ofType(LetterType type) {
    LetterHead head = Letters.explanation().head();
    return new Letter(
        new LetterHead(
            type,
            head.language(),
            head.channel(),
            head.caseId(),
            head.date(),
            head.recipient(),
            head.signatory()),
        Letters.text("The end of our work together"),
        Letters.explanation().parts());
  }

  private static Paper paper(LetterForm form) {
    return new Paper(form, null, null);
  }

  private static PaperRuler ruler(LetterForm form) {
    return ruler(Letters.explanation(), Letters.ORCHARD.with(paper(form)));
  }

  private static PaperRuler ruler(Letter letter, Stationery stationery) {
    Printed printed = new PdfPrinter(stationery, FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    return new PaperRuler(((Printed.Pdf) printed).bytes());
  }

  private static List<String> refusals(Letter letter, Stationery stationery) {
    Printed printed = new PdfPrinter(stationery, FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Refused.class);
    return ((Printed.Refused) printed).reasons().stream().map(PrintRefusal::message).toList();
  }
}
