package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.Letter;
import org.regards.pdf.PrintRefusal.TooLongForCard;

/**
 * Lays a card out: an A6 card folded once, as two sides of a flat A5 sheet. The outer side has the
 * back left and the front right, the inner one the words on the right; they are printed back to
 * back, flipped on the short edge. Used by one thread, for one card.
 */
final class CardLayout {
  private static final float WIDTH = 210;
  private static final float HEIGHT = 148;
  private static final float FOLD = WIDTH / 2;
  private static final float MARGIN = 14;
  private static final float NAME_ABOVE_EDGE = 12;

  /** Words look centred a little above the middle. */
  private static final float OPTICAL_CENTRE = 0.46f;

  private final Letter letter;
  private final Stationery stationery;
  private final Fonts fonts;
  private final List<PrintRefusal> refusals = new ArrayList<>();

  CardLayout(Letter letter, Stationery stationery, Fonts fonts) {
    this.letter = letter;
    this.stationery = stationery;
    this.fonts = fonts;
  }

  /** What stands in the way of printing; complete once the pages have been asked for. */
  List<PrintRefusal> refusals() {
    return refusals;
  }

  List<Page> pages() {
    return List.of(outside(), inside());
  }

  private Page outside() {
    List<Mark> marks = new ArrayList<>();
    if (!stationery.business().isEmpty()) {
      Pen pen = new Pen(fonts, refusals);
      List<TextRun> runs = pen.runs(stationery.business(), Style.SMALL, "the letterhead");
      float x = (points(FOLD) - Pen.width(runs)) / 2;
      pen.adorn(Math.max(points(5), x), points(HEIGHT - NAME_ABOVE_EDGE), runs, marks);
    }
    marks.add(new Mark.Drawing(points(FOLD), points(HEIGHT), Branch.operators()));
    return page(marks);
  }

  private Page inside() {
    float room = points(HEIGHT - 2 * MARGIN);
    List<Line> lines = List.of();
    float height = Float.MAX_VALUE;
    for (Spacing spacing : Spacing.preferredForCard()) {
      if (height > room) {
        // refusals are the same whatever the spacing
        lines = lines(spacing, lines.isEmpty() ? refusals : new ArrayList<>());
        height = PageCut.height(lines);
      }
    }
    if (height > room) {
      refusals.add(new TooLongForCard());
    }
    List<Mark> marks = new ArrayList<>();
    float top = points(MARGIN) + Math.max(0, room - height) * OPTICAL_CENTRE;
    Placing.place(lines, points(FOLD + MARGIN), top, marks);
    return page(marks);
  }

  private List<Line> lines(Spacing spacing, List<PrintRefusal> noted) {
    float measure = points(FOLD - 2 * MARGIN);
    return new Galley(fonts, noted, Style.CARD, spacing, measure, Tag.document()).lines(letter);
  }

  private static Page page(List<Mark> marks) {
    return new Page(points(WIDTH), points(HEIGHT), marks);
  }
}
