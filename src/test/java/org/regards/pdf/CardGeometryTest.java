package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.pdf.PaperRuler.Area;
import org.regards.pdf.PaperRuler.Stroke;
import org.regards.pdf.PaperRuler.Text;

/** Finished sheets of cards, in millimetres. */
class CardGeometryTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final Offset<Float> PRESS = within(0.05f);
  private static final float LONGEST_MARK = 6.05f;

  /** Marks stand at every cut, begin 3 mm or an eighth of an inch away, and fit on the sheet. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a6|sra4|7.5 217.5|9 157 163 311|112.5|6|4.5",
        "a5|sra4|11.5 308.5|7.5 217.5|160|4.5|6",
        "postcard|sra4|9 157 163 311|4.5 109.5 115.5 220.5||1.5|6",
        "a2|12x18|9.525 225.425 231.775 447.675|9.525 149.225 155.575 295.275|117.475 339.725|6|6",
        "a7|letter|12.7 266.7|19.05 196.85|139.7|6|6"
      })
  void marksEveryCutAndFold(
      String format,
      String sheet,
      String across,
      String down,
      String folds,
      float lengthAbove,
      float lengthBeside) {
    PaperRuler ruler = ruler(format, sheet, 1);
    float offset = sheet.equals("sra4") ? 3 : 3.175f;
    for (int page = 0; page < 2; page++) {
      List<Stroke> marks = marks(ruler, page);
      List<Float> cutsAcross = numbers(across);
      List<Float> cutsDown = numbers(down);
      List<Float> upright = new ArrayList<>(cutsAcross);
      upright.addAll(numbers(folds));
      assertThat(marks).hasSize(2 * upright.size() + 2 * cutsDown.size());
      for (float x : upright) {
        float from = cutsDown.getFirst() - offset;
        assertMark(marks, x, from - lengthAbove, x, from);
        float below = cutsDown.getLast() + offset;
        assertMark(marks, x, below, x, below + lengthAbove);
      }
      for (float y : cutsDown) {
        float from = cutsAcross.getFirst() - offset;
        assertMark(marks, from - lengthBeside, y, from, y);
        float beside = cutsAcross.getLast() + offset;
        assertMark(marks, beside, y, beside + lengthBeside, y);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"a6,a4", "a5,a4", "postcard,a4", "a2,letter", "a6,single", "a6,bleed"})
  void marksNothingWhereThereIsNoRoom(String format, String sheet) {
    assertThat(marks(ruler(format, sheet, 2), 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a6,bleed,216,154,3,3,213,151,3",
    "postcard,bleed,154,111,3,3,151,108,3",
    "a7,bleed,260.35,184.15,3.175,3.175,257.175,180.975,3.175",
    "a7,letter,279.4,215.9,12.7,19.05,266.7,196.85,3.175",
    "a5,sra4,320,225,11.5,7.5,308.5,217.5,3",
    "a5,a4,297,210,0,0,297,210,0"
  })
  void pageOfOneCardSaysWhereItIsCut(
      String format,
      String sheet,
      float width,
      float height,
      float left,
      float top,
      float right,
      float bottom,
      float bleed) {
    PaperRuler ruler = ruler(format, sheet, 1);
    for (int page = 0; page < 2; page++) {
      assertThat(ruler.width(page)).isCloseTo(width, PRESS);
      assertThat(ruler.height(page)).isCloseTo(height, PRESS);
      assertArea(ruler.trim(page), left, top, right, bottom);
      assertArea(ruler.bleed(page), left - bleed, top - bleed, right + bleed, bottom + bleed);
    }
  }

  @Test
  void sheetOfManyCardsIsNotCutByItsBox() {
    PaperRuler ruler = ruler("a6", "sra4", 2);
    assertArea(ruler.trim(0), 0, 0, 225, 320);
    assertArea(ruler.bleed(0), 0, 0, 225, 320);
  }

  /** Place 1 is the right one in front, and so the left one when the sheet has been turned. */
  @Test
  void backsLieBehindTheirFronts() {
    List<String> names = List.of("Ana", "Ben", "Cleo", "Dag");
    PaperRuler ruler =
        new PaperRuler(
            file(
                imposed("postcard", "sra4"),
                names.stream().map(name -> postcard(LetterLanguage.EN_GB, name)).toList()));
    List<List<Float>> corners =
        List.of(List.of(163f, 4.5f), List.of(9f, 4.5f), List.of(163f, 115.5f), List.of(9f, 115.5f));
    for (int i = 0; i < names.size(); i++) {
      Text greeting = ruler.text(1, "Dear " + names.get(i));
      assertThat(greeting.x() - corners.get(i).get(0)).isCloseTo(8, PRESS);
      assertThat(greeting.baseline() - corners.get(i).get(1)).isBetween(8f, 40f);
    }
  }

  @Test
  void cutStacksOfAPartialLastSheetAreInOrder() {
    List<String> names = List.of("Ana", "Ben", "Cleo", "Dag", "Eva");
    PaperRuler ruler =
        new PaperRuler(
            file(imposed("a6", "a4"), names.stream().map(CardGeometryTest::card).toList()));
    assertThat(ruler.pages()).isEqualTo(6);
    assertThat(greetings(ruler, 1)).containsExactly("Dear Ana,", "Dear Dag,");
    assertThat(greetings(ruler, 3)).containsExactly("Dear Ben,", "Dear Eva,");
    assertThat(greetings(ruler, 5)).containsExactly("Dear Cleo,");
  }

  /** The area that a drawing may fill ends at the fold and goes on beyond the other edges. */
  @ParameterizedTest
  @CsvSource({
    "a6,bleed,108,0,216,154",
    "a6,single,105,0,210,148",
    "postcard,bleed,0,0,154,111",
    "a7,letter,139.7,15.875,269.875,200.025"
  })
  void drawingsBleedButNotOverTheFold(
      String format, String sheet, float left, float top, float right, float bottom) {
    for (CardDesign design : CardDesign.values()) {
      Imposition imposition = imposed(format, sheet);
      Letter letter = Letters.seedCard(type(imposition.format()), LetterLanguage.EN_GB);
      byte[] pdf = file(imposition, List.of(laid(letter, imposition, design)));
      List<Stroke> area =
          new PaperRuler(pdf)
              .strokes(0).stream().filter(stroke -> length(stroke) > 60).limit(3).toList();
      assertThat(area).hasSize(3);
      assertThat(area.get(0).x()).isCloseTo(left, PRESS);
      assertThat(area.get(0).y()).isCloseTo(bottom, PRESS);
      assertThat(area.get(1).toX()).isCloseTo(right, PRESS);
      assertThat(area.get(1).toY()).isCloseTo(top, PRESS);
    }
  }

  @ParameterizedTest
  @EnumSource(CardFormat.class)
  void keepsWordsAwayFromTheCut(CardFormat format) {
    Imposition single = Imposition.of(format, CardSheet.SINGLE).orElseThrow();
    Letter letter = Letters.seedCard(type(format), LetterLanguage.EN_GB);
    PaperRuler ruler =
        new PaperRuler(file(single, List.of(laid(letter, single, CardDesign.INITIALS))));
    for (int page = 0; page < 2; page++) {
      float width = ruler.width(page);
      float height = ruler.height(page);
      assertThat(ruler.texts(page))
          .isNotEmpty()
          .allSatisfy(
              text -> {
                assertThat(text.x()).isGreaterThanOrEqualTo(CardFormat.SAFE);
                assertThat(text.right()).isLessThanOrEqualTo(width - CardFormat.SAFE);
                assertThat(text.baseline()).isBetween(8f, height - CardFormat.SAFE);
              });
    }
    if (format.isFolded()) {
      float fold = ruler.width(1) / 2;
      assertThat(ruler.texts(1)).allMatch(text -> text.x() > fold + CardFormat.SAFE);
    }
  }

  /** The stamp has its 40 mm above, the codes of the post their 16 mm below. */
  @Test
  void postcardHasItsAddressInTheRightHalf() {
    PaperRuler ruler = ruler("postcard", "single", 1);
    for (String line : List.of("Ms Ana Lee", "14 Mill Lane", "LEEDS", "LS1 4DY")) {
      Text text = ruler.text(1, line);
      assertThat(text.x()).isCloseTo(82, PRESS);
      assertThat(text.right()).isLessThan(135.3f);
      assertThat(text.baseline()).isBetween(46f, 89f);
    }
    assertThat(ruler.texts(1))
        .filteredOn(text -> text.x() > 74)
        .allSatisfy(text -> assertThat(text.baseline()).isBetween(42f, 89f));
    assertThat(ruler.text(1, "Dear Ana").x()).isCloseTo(8, PRESS);
    assertThat(ruler.texts(1))
        .filteredOn(text -> text.x() < 74)
        .allSatisfy(text -> assertThat(text.right()).isLessThan(68.05f));
    assertThat(ruler.texts(0)).isEmpty();
  }

  private static List<String> greetings(PaperRuler ruler, int page) {
    return ruler.texts(page).stream()
        .map(Text::text)
        .filter(text -> text.startsWith("Dear"))
        .toList();
  }

  private static LetterType type(CardFormat format) {
    return format.isFolded() ? LetterType.FAREWELL_CARD : LetterType.THANK_YOU;
  }

  private static PaperRuler ruler(String format, String sheet, int cards) {
    Imposition imposition = imposed(format, sheet);
    Laid.Pages card =
        laid(
            Letters.seedCard(type(imposition.format()), LetterLanguage.EN_GB),
            imposition,
            CardDesign.LEAF);
    return new PaperRuler(file(imposition, Stream.generate(() -> card).limit(cards).toList()));
  }

  private static Laid.Pages card(String name) {
    return laid(
        named(LetterType.FAREWELL_CARD, LetterLanguage.EN_GB, name),
        imposed("a6", "a4"),
        CardDesign.LEAF);
  }

  private static Laid.Pages postcard(LetterLanguage language, String name) {
    return laid(
        named(LetterType.THANK_YOU, language, name), imposed("postcard", "sra4"), CardDesign.LEAF);
  }

  private static Letter named(LetterType type, LetterLanguage language, String name) {
    Letter seed = Letters.seedCard(type, language);
    List<Part> parts = new ArrayList<>(seed.parts());
    parts.set(0, Letters.part(PartName.SALUTATION, "Dear " + name + ","));
    return new Letter(seed.head(), seed.subject(), parts);
  }

  private static Laid.Pages laid(Letter letter, Imposition imposition, CardDesign design) {
    CardStock stock =
        CardStock.usual().asked(imposition.format()).with(design).on(imposition.sheet());
    Laid laid = new PdfPrinter(Letters.ORCHARD.with(stock), FONTS).lay(letter);
    assertThat(laid).isInstanceOf(Laid.Pages.class);
    Laid.Pages pages = (Laid.Pages) laid;
    assertThat(pages.imposition()).contains(imposition);
    return pages;
  }

  private static byte[] file(Imposition imposition, List<Laid.Pages> cards) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfRunFile file =
        PdfRunFile.create(bytes, "Cards", LetterLanguage.EN_GB, Letters.DAY, FONTS)) {
      for (int sheet = 0; sheet < imposition.sheets(cards.size()); sheet++) {
        file.add(imposition.sheet(sheet, cards.size(), cards::get));
      }
    }
    return bytes.toByteArray();
  }

  private static Imposition imposed(String format, String sheet) {
    return Imposition.of(
            CardFormat.named(format).orElseThrow(), CardSheet.named(sheet).orElseThrow())
        .orElseThrow();
  }

  private static List<Stroke> marks(PaperRuler ruler, int page) {
    return ruler.strokes(page).stream()
        .filter(stroke -> length(stroke) < LONGEST_MARK)
        .filter(stroke -> stroke.x() == stroke.toX() || stroke.y() == stroke.toY())
        .toList();
  }

  private static float length(Stroke stroke) {
    return (float) Math.hypot(stroke.toX() - stroke.x(), stroke.toY() - stroke.y());
  }

  private static void assertMark(List<Stroke> marks, float x, float y, float toX, float toY) {
    assertThat(marks)
        .filteredOn(
            mark ->
                Math.abs(mark.x() - x) < 0.05
                    && Math.abs(mark.toX() - toX) < 0.05
                    && Math.abs(mark.y() - y) < 0.05
                    && Math.abs(mark.toY() - toY) < 0.05)
        .as("from %s, %s to %s, %s", x, y, toX, toY)
        .hasSize(1);
  }

  private static void assertArea(Area area, float left, float top, float right, float bottom) {
    assertThat(area.left()).isCloseTo(left, PRESS);
    assertThat(area.top()).isCloseTo(top, PRESS);
    assertThat(area.right()).isCloseTo(right, PRESS);
    assertThat(area.bottom()).isCloseTo(bottom, PRESS);
  }

  private static List<Float> numbers(String words) {
    return words == null
        ? List.of()
        : Arrays.stream(words.split(" ")).map(Float::parseFloat).toList();
  }
}
