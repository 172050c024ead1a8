package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.Page.Box;
import org.regards.pdf.Page.Boxes;

/**
 * How cards of a format are put on sheets: upright, in as many columns and rows as the sheet has
 * room for, around its middle. In millimetres.
 *
 * <p>The order is for cutting the whole pile: each place of the sheet is a stack, and the stacks,
 * put on one another from the first place to the last, are the cards in order.
 *
 * @param width of the sheet as it lies, with the cards upright
 * @param bleed of each card; 0 where the sheet has no room for it
 */
public record Imposition(
    CardFormat format,
    CardSheet sheet,
    float width,
    float height,
    int columns,
    int rows,
    float bleed) {

  /** At which edge of the sheet it is turned to print its other side. */
  public enum Flip {
    LONG_EDGE("long edge", "DuplexFlipLongEdge"),
    SHORT_EDGE("short edge", "DuplexFlipShortEdge");

    private final String words;
    private final String preference;

    Flip(String words, String preference) {
      this.words = words;
      this.preference = preference;
    }

    /** The name by which a file asks the print dialog for it (ISO 32000-1, table 150). */
    String preference() {
      return preference;
    }

    /** For example {@code short edge}. */
    public String words() {
      return words;
    }
  }

  /**
   * The imposition with the most cards on the sheet: with bleed on sheets that are made for it, and
   * on others if that costs no card. None when the sheet is too small for a card.
   */
  public static Optional<Imposition> of(CardFormat format, CardSheet sheet) {
    if (!sheet.isPaper()) {
      float bleed = sheet == CardSheet.BLEED ? format.bleed() : 0;
      return Optional.of(
          new Imposition(
              format, sheet, format.width() + 2 * bleed, format.height() + 2 * bleed, 1, 1, bleed));
    }
    Imposition best = null;
    List<Float> bleeds = sheet.isForBleed() ? List.of(format.bleed()) : List.of(format.bleed(), 0f);
    for (float bleed : bleeds) {
      for (Imposition candidate :
          List.of(
              filling(format, sheet, sheet.width(), sheet.height(), bleed),
              filling(format, sheet, sheet.height(), sheet.width(), bleed))) {
        if (best == null || candidate.cardsPerSheet() > best.cardsPerSheet()) {
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best).filter(found -> found.cardsPerSheet() > 0);
  }

  private static Imposition filling(
      CardFormat format, CardSheet sheet, float width, float height, float bleed) {
    return new Imposition(
        format,
        sheet,
        width,
        height,
        room(width, format.width() + 2 * bleed),
        room(height, format.height() + 2 * bleed),
        bleed);
  }

  private static int room(float length, float cell) {
    float hair = 0.01f; // two cards of 5½ in are 11 in, whatever a float makes of it
    return (int) ((length + hair) / cell);
  }

  public int cardsPerSheet() {
    return columns * rows;
  }

  /** How many sheets a number of cards needs. */
  public int sheets(int cards) {
    return Math.ceilDiv(cards, cardsPerSheet());
  }

  /**
   * Which card stands in a place of a sheet; none when the place stays empty.
   *
   * @param onSheet from 0
   * @param place from 0, along the rows of side 1
   * @return counted from 0
   */
  public OptionalInt card(int onSheet, int place, int cards) {
    int card = place * sheets(cards) + onSheet;
    return card < cards ? OptionalInt.of(card) : OptionalInt.empty();
  }

  /** The cards of a sheet by their places, which may end in empty ones. */
  public List<OptionalInt> cards(int onSheet, int cards) {
    return IntStream.range(0, cardsPerSheet())
        .mapToObj(place -> card(onSheet, place, cards))
        .toList();
  }

  /**
   * Cards lie upright and are turned like a leaf of a book, about a vertical edge: of a sheet that
   * lies on its side that is a short one.
   */
  public Flip flip() {
    return width > height ? Flip.SHORT_EDGE : Flip.LONG_EDGE;
  }

  /** In words for whoever stands at the printer. */
  public String instructions() {
    String sides = "print on both sides, turned at the " + flip().words();
    String fold = format.isFolded() ? "; fold once" : "";
    if (cardsPerSheet() == 1) {
      boolean isCut = width > format.width() || height > format.height();
      return sides + (isCut ? "; cut at the marks" : "") + fold;
    }
    return "%s; %d on a sheet, cut the pile and put the stacks on one another, row by row%s"
        .formatted(sides, cardsPerSheet(), fold);
  }

  /**
   * The two sides of a sheet of a run of cards, which all have this imposition.
   *
   * @param onSheet from 0
   * @param cards how many there are in the run
   * @param laid gives a card, counted from 0; asked for those of this sheet only, in their order
   */
  public Laid.Pages sheet(int onSheet, int cards, IntFunction<Laid.Pages> laid) {
    List<@Nullable List<Page>> placed = new ArrayList<>();
    Laid.@Nullable Pages first = null;
    for (OptionalInt card : cards(onSheet, cards)) {
      Laid.Pages pages = card.isPresent() ? laid.apply(card.getAsInt()) : null;
      first = first == null ? pages : first;
      placed.add(pages == null ? null : pages.sheets());
    }
    if (first == null) {
      throw new IllegalArgumentException("no card on sheet " + onSheet + " of " + cards + " cards");
    }
    return new Laid.Pages(sides(placed), first.description().turned(flip()));
  }

  /**
   * The two sides of a sheet.
   *
   * @param cards the two sides of each card by place, null for an empty one
   */
  List<Page> sides(List<@Nullable List<Page>> cards) {
    return List.of(side(cards, 0), side(cards, 1));
  }

  private Page side(List<@Nullable List<Page>> cards, int side) {
    List<Mark> marks = new ArrayList<>();
    if (sheet.isPaper()) {
      CutMarks.add(this, marks);
    }
    for (int place = 0; place < cards.size(); place++) {
      List<Page> card = cards.get(place);
      if (card != null) {
        Box cell = cell(place, side);
        card.get(side).marks().forEach(mark -> marks.add(mark.moved(cell.left(), cell.top())));
      }
    }
    return new Page(points(width), points(height), marks, boxes());
  }

  /** Where a card is cut, in points; side 2 is the mirror of side 1. */
  Box cell(int place, int side) {
    int column = side == 0 ? place % columns : columns - 1 - place % columns;
    int row = place / columns;
    float left = left(column);
    float top = top(row);
    return new Box(
        points(left), points(top), points(left + format.width()), points(top + format.height()));
  }

  float left(int column) {
    float cell = format.width() + 2 * bleed;
    return (width - columns * cell) / 2 + column * cell + bleed;
  }

  float top(int row) {
    float cell = format.height() + 2 * bleed;
    return (height - rows * cell) / 2 + row * cell + bleed;
  }

  /**
   * A page with one card says where that is cut. A sheet of several is cut by its marks: a page has
   * one TrimBox only, and PDF/X (ISO 15930-7) wants that to be what is left after trimming, so it
   * is left to its default, the whole sheet.
   */
  private @Nullable Boxes boxes() {
    if (cardsPerSheet() > 1 || sheet == CardSheet.SINGLE) {
      return null;
    }
    Box trim = cell(0, 0);
    float beyond = points(bleed);
    return new Boxes(
        trim,
        new Box(
            trim.left() - beyond,
            trim.top() - beyond,
            trim.right() + beyond,
            trim.bottom() + beyond));
  }
}
