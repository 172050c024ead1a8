package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.letter.Recipient;
import org.regards.pdf.LabelPrinter.Offset;
import org.regards.pdf.PaperRuler.Stroke;
import org.regards.pdf.PaperRuler.Text;
import org.regards.postal.LabelSheet;

/** Labels, measured in the finished PDF. */
class LabelPrinterTest {
  private static final LabelPrinter PRINTER = new LabelPrinter(Letters.ORCHARD, Fonts.builtIn());
  private static final org.assertj.core.data.Offset<Float> PRESS =
      org.assertj.core.data.Offset.offset(0.3f);
  private static final float SIDE = 4.5f;
  private static final float INCH = 25.4f;

  /** Measures of gLabels 3.4.1, in millimetres: first label, pitch, size of label and sheet. */
  @ParameterizedTest
  @CsvSource({
    "5160,  3, 10, 3.96875, 12.7,  70.64375, 25.4, 66.675,  25.4, 215.9, 279.4",
    "5163,  2,  5, 4.1275,  12.7, 106.3625,  50.8, 101.6,   50.8, 215.9, 279.4",
    "l7160, 3,  7, 7.48,   15.49,  66.04,    38.1,  63.5,   38.1, 210,   297",
    "l7163, 2,  7, 3.35,   15.17, 103.0,     38.1,  99.1,   38.1, 210,   297"
  })
  void everyLabelIsWhereItsSheetHasIt(
      String word,
      int columns,
      int rows,
      float left,
      float top,
      float columnPitch,
      float rowPitch,
      float width,
      float height,
      float sheetWidth,
      float sheetHeight) {
    LabelSheet sheet = LabelSheet.of(word).orElseThrow();
    AddressPrint print = PRINTER.print(people(columns * rows), sheet, 1, Offset.NONE);
    PaperRuler ruler = new PaperRuler(print.bytes());
    assertThat(print.pages()).isEqualTo(1);
    assertThat(ruler.width(0)).isCloseTo(sheetWidth, PRESS);
    assertThat(ruler.height(0)).isCloseTo(sheetHeight, PRESS);
    for (int number = 1; number <= columns * rows; number++) {
      float x = left + (number - 1) % columns * columnPitch;
      float y = top + Math.floorDiv(number - 1, columns) * rowPitch;
      Text name = ruler.text(0, "Ana Lee " + number + ".");
      Text town = below(ruler, name, "LS1 4DY");
      assertThat(name.x()).isCloseTo(x + SIDE, PRESS);
      float middle = (capitals(name) + town.baseline() + town.size() * 0.22f / 72 * INCH) / 2;
      assertThat(middle).isCloseTo(y + height / 2, PRESS);
      assertThat(name.right()).isLessThan(x + width - SIDE);
    }
  }

  @ParameterizedTest
  @CsvSource({"5160, 30", "5163, 10", "l7160, 21", "l7163, 14"})
  void goesOnWithTheNextSheet(String word, int labels) {
    LabelSheet sheet = LabelSheet.of(word).orElseThrow();
    AddressPrint print = PRINTER.print(people(labels + 1), sheet, labels, Offset.NONE);
    PaperRuler ruler = new PaperRuler(print.bytes());
    assertThat(print.pages()).isEqualTo(2);
    assertThat(names(ruler, 0)).containsExactly("Ana Lee 1.");
    assertThat(names(ruler, 1)).hasSize(labels);
    Text last = ruler.text(0, "Ana Lee 1.");
    Text lastOfNext = ruler.text(1, "Ana Lee " + (labels + 1) + ".");
    assertThat(last.x()).isCloseTo(lastOfNext.x(), PRESS);
    assertThat(last.baseline()).isCloseTo(lastOfNext.baseline(), PRESS);
    assertThat(VeraPdf.broken(print.bytes())).isEmpty();
  }

  @Test
  void offsetMovesEverything() {
    AddressPrint straight = PRINTER.print(people(2), LabelSheet.AVERY_L7160, 1, Offset.NONE);
    AddressPrint moved =
        PRINTER.print(people(2), LabelSheet.AVERY_L7160, 1, new Offset(1.5f, -0.5f));
    Text before = new PaperRuler(straight.bytes()).text(0, "Ana Lee 2.");
    Text after = new PaperRuler(moved.bytes()).text(0, "Ana Lee 2.");
    assertThat(after.x() - before.x()).isCloseTo(1.5f, PRESS);
    assertThat(after.baseline() - before.baseline()).isCloseTo(-0.5f, PRESS);
  }

  @Test
  void addressThatDoesNotFitIsRefusedByNameAndLineAndTheOthersCome() {
    List<Addressed> all = new ArrayList<>(people(3));
    all.set(
        1,
        addressed(
            "C-2",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            Letters.LEEDS));
    AddressPrint print = PRINTER.print(all, LabelSheet.AVERY_5160, 1, Offset.NONE);
    assertThat(print.printed()).containsExactly("C-1", "C-3");
    assertThat(print.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.name()).isEqualTo("C-2");
              assertThat(refused.reasons().stream().map(PrintRefusal::message))
                  .singleElement()
                  .asString()
                  .startsWith("line 1 of the address is ")
                  .endsWith(
                      " mm wide in the smallest type and the label has room for 58 mm; shorten it"
                          + " or break it in two in the customer's record");
            });
    // and no gap is left
    PaperRuler ruler = new PaperRuler(print.bytes());
    assertThat(ruler.text(0, "Ana Lee 3.").x() - ruler.text(0, "Ana Lee 1.").x())
        .isCloseTo(2.78125f * INCH, PRESS);
  }

  @Test
  void tooManyLinesAreRefused() {
    PostalAddress address = new PostalAddress("a\nb\nc\nd\ne\nf\ng", "Leeds", "", "LS1 4DY", "GB");
    AddressPrint print =
        PRINTER.print(
            List.of(addressed("L-9", "Ana Lee", address)), LabelSheet.AVERY_5160, 1, Offset.NONE);
    assertThat(print.bytes()).isEmpty();
    assertThat(print.refused().getFirst().reasons().getFirst().message())
        .isEqualTo(
            "the address has 10 lines in the smallest type and the label has room for 7; shorten"
                + " the street or the organisation in the customer's record");
  }

  @Test
  void typeShrinksForALongAddressAndNotBelowItsLimit() {
    Addressed longer =
        addressed(
            "L-9",
            "Professor Dr Wilhelmina van der Bruggen-Oosterhout of Harrogate",
            new PostalAddress("14 Mill Lane\nFlat 5\nThe Granary", "Leeds", "", "LS1 4DY", "GB"));
    AddressPrint print = PRINTER.print(List.of(longer), LabelSheet.AVERY_5160, 1, Offset.NONE);
    assertThat(new PaperRuler(print.bytes()).texts(0))
        .isNotEmpty()
        .allSatisfy(
            text -> {
              assertThat(text.size()).isBetween(7f, 9.5f);
              assertThat(text.right()).isLessThan(3.97f + 66.675f - SIDE);
              assertThat(text.baseline()).isBetween(12.7f + 2.5f, 38.1f - 2.5f);
            });
  }

  @Test
  void addressWithoutATownIsRefused() {
    AddressPrint print =
        PRINTER.print(
            List.of(
                addressed("C-7", "Ana Lee", new PostalAddress("1 Mill Lane", "", "", "", "GB"))),
            LabelSheet.AVERY_5160,
            1,
            Offset.NONE);
    assertThat(print.refused().getFirst().reasons())
        .containsExactly(new PrintRefusal.IncompleteAddress(List.of("a town", "a postal code")));
  }

  @Test
  void sameLabelsAreTheSameFile() {
    List<Addressed> people = people(40);
    assertThat(PRINTER.print(people, LabelSheet.AVERY_L7163, 3, Offset.NONE).bytes())
        .isEqualTo(PRINTER.print(people, LabelSheet.AVERY_L7163, 3, Offset.NONE).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "5160,  30, 3.96875, 12.7,  70.64375, 25.4, 66.675, 25.4, 3, 10",
    "5163,  10, 4.1275,  12.7, 106.3625,  50.8, 101.6,  50.8, 2,  5",
    "l7160, 21, 7.48,   15.49,  66.04,    38.1,  63.5,  38.1, 3,  7",
    "l7163, 14, 3.35,   15.17, 103.0,     38.1,  99.1,  38.1, 2,  7"
  })
  void calibrationPageHasTheOutlineOfEveryLabel(
      String word,
      int labels,
      float left,
      float top,
      float columnPitch,
      float rowPitch,
      float width,
      float height,
      int columns,
      int rows) {
    LabelSheet sheet = LabelSheet.of(word).orElseThrow();
    byte[] pdf = PRINTER.calibration(sheet, Offset.NONE);
    List<Stroke> strokes = new PaperRuler(pdf).strokes(0);
    for (int number : new int[] {1, columns, labels}) {
      float x = left + (number - 1) % columns * columnPitch;
      float y = top + Math.floorDiv(number - 1, columns) * rowPitch;
      assertThat(strokes)
          .anySatisfy(stroke -> assertStroke(stroke, x, y, x + width, y))
          .anySatisfy(stroke -> assertStroke(stroke, x, y, x, y + height))
          .anySatisfy(stroke -> assertStroke(stroke, x + width, y, x + width, y + height))
          .anySatisfy(stroke -> assertStroke(stroke, x, y + height, x + width, y + height));
    }
    assertThat(strokes.stream().filter(stroke -> isNear(stroke.toX() - stroke.x(), width)))
        .hasSize(2 * columns * rows);
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void calibrationPageIsMovedToo() {
    byte[] pdf = PRINTER.calibration(LabelSheet.AVERY_L7160, new Offset(2, 1));
    assertThat(new PaperRuler(pdf).strokes(0))
        .anySatisfy(stroke -> assertStroke(stroke, 9.48f, 16.49f, 9.48f + 63.5f, 16.49f));
    assertThat(new PaperRuler(pdf).words()).contains("--offset-x 2 --offset-y 1");
  }

  private static void assertStroke(Stroke stroke, float x, float y, float toX, float toY) {
    assertThat(stroke.x()).isCloseTo(x, PRESS);
    assertThat(stroke.y()).isCloseTo(y, PRESS);
    assertThat(stroke.toX()).isCloseTo(toX, PRESS);
    assertThat(stroke.toY()).isCloseTo(toY, PRESS);
  }

  private static boolean isNear(float length, float wanted) {
    return Math.abs(length - wanted) < 0.3f;
  }

  private static Text below(PaperRuler ruler, Text name, String words) {
    return ruler.texts(0).stream()
        .filter(text -> text.text().equals(words) && Math.abs(text.x() - name.x()) < 0.1f)
        .filter(text -> text.baseline() > name.baseline())
        .findFirst()
        .orElseThrow();
  }

  private static float capitals(Text text) {
    return text.baseline() - text.size() * 0.67f / 72 * INCH;
  }

  private static List<String> names(PaperRuler ruler, int page) {
    return ruler.texts(page).stream()
        .map(Text::text)
        .filter(text -> text.startsWith("Ana"))
        .toList();
  }

  private static List<Addressed> people(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> addressed("C-" + number, "Ana Lee " + number + ".", Letters.LEEDS))
        .toList();
  }

  private static Addressed addressed(String id, String name, PostalAddress address) {
    return new Addressed(
        id,
        new Recipient(new CustomerId(id), name, "", address, ""),
        LetterLanguage.EN_GB,
        Letters.DAY,
        null,
        MailCodes.none());
  }
}
