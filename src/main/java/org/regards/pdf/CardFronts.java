package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterType;

/** The fronts of cards, each drawn or read once for a size. Safe for all threads. */
final class CardFronts {
  /** Below this a photograph looks soft at arm's length. */
  static final int LEAST_DOTS_PER_INCH = 200;

  private static final Style INITIALS = new Style(Typeface.HEADING, 44, Ink.DEEP);
  private static final float CAPITALS = 0.66f;

  private final CardStock stock;
  private final Map<Drawn, Mark.Drawing> drawings = new ConcurrentHashMap<>();
  private final Map<Front, Plate> pictures = new ConcurrentHashMap<>();

  private record Drawn(CardDesign design, Front front) {}

  CardFronts(CardStock stock) {
    this.stock = stock;
  }

  /**
   * Puts the front of a card on a page.
   *
   * @param x of its left edge when cut, in points
   * @throws UnusablePictureException when the user's picture cannot be printed
   */
  void add(
      LetterHead head, Front front, float x, Stationery stationery, Pen pen, List<Mark> marks) {
    Path file = stock.picture();
    if (file != null) {
      marks.add(picture(file, front, x));
      return;
    }
    CardDesign design = design(head.type());
    marks.add(
        drawings
            .computeIfAbsent(new Drawn(design, front), drawn -> drawn.design().drawn(front, 0, 0))
            .moved(x, points(front.height())));
    if (design == CardDesign.INITIALS) {
      String name =
          stationery.business().isEmpty() ? head.signatory().name() : stationery.business();
      initials(Initials.of(name), front, x, pen, marks);
    }
  }

  private CardDesign design(LetterType type) {
    return stock.design() == null ? CardDesign.of(type) : stock.design();
  }

  private Mark picture(Path file, Front front, float x) {
    float width = points(front.right() - front.left());
    float height = points(front.top() - front.bottom());
    Plate plate =
        pictures.computeIfAbsent(
            front,
            ignored ->
                PictureFile.filling(
                    "picture of the card", file, width, height, LEAST_DOTS_PER_INCH));
    return new Mark.Picture(
        x + points(front.left()), -points(front.beyond()), width, height, plate, null);
  }

  private static void initials(String initials, Front front, float x, Pen pen, List<Mark> marks) {
    Style style = INITIALS.ofSize(INITIALS.size() * front.scale());
    float room = points((float) Wreath.room(front));
    float width = Pen.width(pen.runs(initials, style, "the front of the card"));
    if (width > room) {
      style = style.ofSize(style.size() * room / width);
    }
    List<TextRun> runs = pen.runs(initials, style, "the front of the card");
    Sketch.Point centre = Wreath.centre(front);
    pen.adorn(
        x + points((float) centre.x()) - Pen.width(runs) / 2,
        points((float) (front.height() - centre.y())) + style.size() * CAPITALS / 2,
        runs,
        marks);
  }
}
