package org.regards.pdf;

import static org.regards.pdf.Lengths.millimetres;
import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.Letter;
import org.regards.pdf.PrintRefusal.TooLongForCard;

/**
 * Lays a card out, as two sides of the size that it is cut to; what bleeds lies beyond them. The
 * outer side of a folded card has the back left and the front right, the inner one the words on the
 * right. A postcard has its words beside the address. Used by one thread, for one card.
 */
final class CardLayout {
  private static final float NAME_ABOVE_EDGE = 12;

  /** Words look centred a little above the middle. */
  private static final float OPTICAL_CENTRE = 0.46f;

  private final Letter letter;
  private final CardFormat format;
  private final Front front;
  private final Stationery stationery;
  private final CardFronts fronts;
  private final Fonts fonts;
  private final Tag document;
  private final List<PrintRefusal> refusals = new ArrayList<>();

  CardLayout(
      Letter letter, Imposition imposition, Stationery stationery, CardFronts fronts, Fonts fonts) {
    this.letter = new Letter(letter.head(), List.of(), letter.parts()); // a card has no subject
    this.document = Tag.document(letter.head().language());
    this.format = imposition.format();
    this.front = Front.of(format, imposition.bleed());
    this.stationery = stationery;
    this.fronts = fronts;
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
    Pen pen = new Pen(fonts, refusals);
    float panel = points(format.panel());
    if (format.isFolded() && !stationery.business().isEmpty()) {
      List<TextRun> runs = pen.runs(stationery.business(), Style.SMALL, "the letterhead");
      float x = (panel - Pen.width(runs)) / 2;
      float baseline = points(format.height() - NAME_ABOVE_EDGE);
      pen.adorn(Math.max(points(CardFormat.SAFE), x), baseline, runs, marks);
    }
    fronts.add(letter.head(), front, format.isFolded() ? panel : 0, stationery, pen, marks);
    return page(marks);
  }

  private Page inside() {
    List<Mark> marks = new ArrayList<>();
    if (format.isFolded()) {
      words(format.panel() + format.margin(), format.panel() - 2 * format.margin(), marks);
    } else {
      float half = format.width() / 2;
      new PostcardAddress(letter.head(), stationery, new Pen(fonts, refusals), document)
          .add(half, format.height(), marks, refusals);
      words(format.margin(), half - 1.75f * format.margin(), marks);
    }
    return page(marks);
  }

  private void words(float left, float measure, List<Mark> marks) {
    float room = points(format.height() - 2 * format.margin());
    List<Line> lines = List.of();
    float height = Float.MAX_VALUE;
    for (CardSetting setting : CardSetting.preferred(format)) {
      if (height > room) {
        // refusals are the same whatever the type
        List<PrintRefusal> noted = lines.isEmpty() ? refusals : new ArrayList<>();
        lines =
            new Galley(fonts, noted, setting.style(), setting.spacing(), points(measure), document)
                .lines(letter);
        height = PageCut.height(lines);
      }
    }
    if (height > room) {
      refusals.add(new TooLongForCard(format, millimetres(height), millimetres(room)));
    }
    float top = points(format.margin()) + Math.max(0, room - height) * OPTICAL_CENTRE;
    Placing.place(lines, points(left), top, marks);
  }

  private Page page(List<Mark> marks) {
    return new Page(points(format.width()), points(format.height()), marks);
  }
}
