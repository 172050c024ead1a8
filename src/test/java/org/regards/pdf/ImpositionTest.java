package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.pdf.Page.Box;

/** Where cards lie on sheets, and in which order. */
class ImpositionTest {
  private static final Offset<Float> HAIR = within(0.01f);

  static Stream<Imposition> impositions() {
    return Arrays.stream(CardFormat.values())
        .flatMap(
            format ->
                Arrays.stream(CardSheet.values())
                    .flatMap(sheet -> Imposition.of(format, sheet).stream()));
  }

  /** The table of card formats, their sheets, and how many go on one. */
  @ParameterizedTest
  @CsvSource({
    "a6,a4,210,297,1,2,0",
    "a6,sra4,225,320,1,2,3",
    "a5,a4,297,210,1,1,0",
    "a5,sra4,320,225,1,1,3",
    "postcard,a4,297,210,2,2,0",
    "postcard,sra4,320,225,2,2,3",
    "a2,letter,215.9,279.4,1,2,0",
    "a2,12x18,457.2,304.8,2,2,3.175",
    "a7,letter,279.4,215.9,1,1,3.175",
    "a6,single,210,148,1,1,0",
    "a6,bleed,216,154,1,1,3",
    "a7,bleed,260.35,184.15,1,1,3.175"
  })
  void putsAsManyCardsOnASheetAsItHolds(
      String format, String sheet, float width, float height, int columns, int rows, float bleed) {
    Imposition imposition = imposition(format, sheet);
    assertThat(imposition.width()).isCloseTo(width, HAIR);
    assertThat(imposition.height()).isCloseTo(height, HAIR);
    assertThat(imposition.columns()).isEqualTo(columns);
    assertThat(imposition.rows()).isEqualTo(rows);
    assertThat(imposition.bleed()).isCloseTo(bleed, HAIR);
  }

  @Test
  void knowsWhatIsTooLargeForASheet() {
    assertThat(Imposition.of(CardFormat.A5, CardSheet.LETTER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a6,a4,LONG_EDGE",
    "a6,sra4,LONG_EDGE",
    "a6,single,SHORT_EDGE",
    "a5,a4,SHORT_EDGE",
    "postcard,a4,SHORT_EDGE",
    "a2,letter,LONG_EDGE",
    "a2,12x18,SHORT_EDGE",
    "a7,letter,SHORT_EDGE"
  })
  void saysAtWhichEdgeASheetIsTurned(String format, String sheet, Imposition.Flip flip) {
    assertThat(imposition(format, sheet).flip()).isEqualTo(flip);
  }

  /** Turned about a vertical edge, what was left is right, and up stays up. */
  @ParameterizedTest
  @MethodSource("impositions")
  void printsTheBackOfEachCardBehindItsFront(Imposition imposition) {
    float width = Lengths.points(imposition.width());
    for (int place = 0; place < imposition.cardsPerSheet(); place++) {
      Box front = imposition.cell(place, 0);
      Box back = imposition.cell(place, 1);
      assertThat(width - back.right()).isCloseTo(front.left(), HAIR);
      assertThat(width - back.left()).isCloseTo(front.right(), HAIR);
      assertThat(back.top()).isEqualTo(front.top());
      assertThat(back.bottom()).isEqualTo(front.bottom());
    }
  }

  @ParameterizedTest
  @MethodSource("impositions")
  void keepsCardsWithTheirBleedApartAndOnTheSheet(Imposition imposition) {
    float beyond = Lengths.points(imposition.bleed());
    List<Box> printed =
        IntStream.range(0, imposition.cardsPerSheet())
            .mapToObj(place -> imposition.cell(place, 0))
            .map(
                cell ->
                    new Box(
                        cell.left() - beyond,
                        cell.top() - beyond,
                        cell.right() + beyond,
                        cell.bottom() + beyond))
            .toList();
    for (Box box : printed) {
      assertThat(box.left()).isGreaterThan(-0.01f);
      assertThat(box.top()).isGreaterThan(-0.01f);
      assertThat(box.right()).isLessThan(Lengths.points(imposition.width()) + 0.01f);
      assertThat(box.bottom()).isLessThan(Lengths.points(imposition.height()) + 0.01f);
      for (Box other : printed) {
        boolean apart =
            box.right() < other.left() + 0.01f
                || other.right() < box.left() + 0.01f
                || box.bottom() < other.top() + 0.01f
                || other.bottom() < box.top() + 0.01f;
        assertThat(apart || box.equals(other)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("impositions")
  void cutStacksOnOneAnotherAreInOrder(Imposition imposition) {
    for (int cards = 1; cards <= 120; cards++) {
      List<Integer> pile = new ArrayList<>();
      int sheets = imposition.sheets(cards);
      for (int place = 0; place < imposition.cardsPerSheet(); place++) {
        for (int sheet = 0; sheet < sheets; sheet++) {
          imposition.card(sheet, place, cards).ifPresent(pile::add);
        }
      }
      assertThat(pile).isEqualTo(IntStream.range(0, cards).boxed().toList());
      assertThat(sheets * imposition.cardsPerSheet() - cards)
          .isBetween(0, imposition.cardsPerSheet() - 1);
    }
  }

  @Test
  void leavesTheLastPlacesOfTheLastSheetsEmpty() {
    Imposition four = imposition("postcard", "a4");
    assertThat(four.sheets(5)).isEqualTo(2);
    assertThat(four.cards(0, 5)).isEqualTo(places(0, 2, 4, -1));
    assertThat(four.cards(1, 5)).isEqualTo(places(1, 3, -1, -1));
  }

  @Test
  void saysWhatToDoAtThePrinter() {
    assertThat(imposition("a6", "single").instructions())
        .isEqualTo("print on both sides, turned at the short edge; fold once");
    assertThat(imposition("a6", "a4").instructions())
        .isEqualTo(
            "print on both sides, turned at the long edge; 2 on a sheet, cut the pile and put the"
                + " stacks on one another, row by row; fold once");
    assertThat(imposition("a7", "letter").instructions())
        .isEqualTo("print on both sides, turned at the short edge; cut at the marks; fold once");
    assertThat(imposition("a5", "a4").instructions())
        .isEqualTo("print on both sides, turned at the short edge; fold once");
  }

  private static List<OptionalInt> places(int... cards) {
    return Arrays.stream(cards)
        .mapToObj(card -> card < 0 ? OptionalInt.empty() : OptionalInt.of(card))
        .toList();
  }

  private static Imposition imposition(String format, String sheet) {
    return Imposition.of(
            CardFormat.named(format).orElseThrow(), CardSheet.named(sheet).orElseThrow())
        .orElseThrow();
  }
}
