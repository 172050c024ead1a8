package org.regards.pdf;

import static org.regards.pdf.PagePreset.points;

import java.util.List;
import java.util.stream.Stream;
import org.regards.letter.Signatory;

/**
 * The head of the first page: logo and name of the business on the left, how to reach it on the
 * right. It repeats on every letter, so all of it is an artifact.
 */
final class Letterhead {
  static final String WHERE = "the letterhead";

  private static final float SMALL_LEADING = 10.5f;
  private static final float NAME_LEADING = 1.2f;
  private static final float NAME_BELOW_TOP = 20.3f;
  private static final float SMALLEST_NAME = 13;

  /** The height of capitals, in parts of the size. */
  private static final float CAPITAL = 0.66f;

  private static final float CLEAR_OF_COLUMN = 5;
  private static final float TALLEST_LOGO = 18;
  private static final float WIDEST_LOGO = 70;
  private static final float LOGO_GAP = 4.5f;

  private final Stationery stationery;
  private final Appearance appearance;
  private final Signatory signatory;
  private final Pen pen;
  private final Room room;
  private float logoWidth;
  private float logoHeight;

  /**
   * Where it stands, in millimetres from the top left corner of the page.
   *
   * @param top of the capitals of its first line
   * @param columnX where the right column begins
   */
  record Room(float left, float top, float columnX, float right, float bottom) {}

  Letterhead(
      Stationery stationery, Appearance appearance, Signatory signatory, Pen pen, Room room) {
    this.stationery = stationery;
    this.appearance = appearance;
    this.signatory = signatory;
    this.pen = pen;
    this.room = room;
  }

  void write(List<Mark> marks) {
    appearance.logo().ifPresent(plate -> logo(plate, marks));
    if (!appearance.logoIsName()) {
      name(marks);
    }
    contact(marks);
  }

  private void logo(Plate plate, List<Mark> marks) {
    float shape = (float) plate.columns() / plate.rows();
    logoHeight =
        Math.min(
            points(Math.min(TALLEST_LOGO, room.bottom() - room.top())),
            points(WIDEST_LOGO) / shape);
    logoWidth = logoHeight * shape;
    marks.add(
        new Mark.Picture(
            points(room.left()), points(room.top()), logoWidth, logoHeight, plate, null));
  }

  private void name(List<Mark> marks) {
    boolean ownName = stationery.business().isEmpty();
    String name = ownName ? signatory.name() : stationery.business();
    float left = points(room.left()) + (logoWidth == 0 ? 0 : logoWidth + points(LOGO_GAP));
    float measure = points(room.columnX() - CLEAR_OF_COLUMN) - left;
    Style style = Style.BUSINESS.with(appearance.ink());
    float width = Pen.width(pen.runs(name, style, WHERE));
    if (width > measure) {
      style = style.ofSize(Math.max(SMALLEST_NAME, style.size() * measure / width));
    }
    List<List<TextRun>> lines = pen.broken(name, style, measure, WHERE);
    float baseline = points(room.top()) + firstBaseline(style.size(), lines.size());
    for (List<TextRun> line : lines) {
      pen.adorn(left, baseline, line, marks);
      baseline += style.size() * NAME_LEADING;
    }
    if (ownName && !signatory.title().isBlank()) {
      pen.adorn(left, baseline, pen.runs(signatory.title(), Style.SMALL, WHERE), marks);
    }
  }

  /** Beside a logo the name stands in the middle of its height. */
  private float firstBaseline(float size, int lines) {
    float words = size * (CAPITAL + (lines - 1) * NAME_LEADING);
    return logoHeight == 0 ? NAME_BELOW_TOP : (logoHeight - words) / 2 + size * CAPITAL;
  }

  /** Begins with the name where the logo has taken its place: a picture cannot be read out. */
  private void contact(List<Mark> marks) {
    float y = points(room.top()) + Style.SMALL.size() * CAPITAL;
    if (appearance.logoIsName()) {
      y = row(stationery.business(), Style.SMALL.with(appearance.ink()), y, marks);
    }
    for (String line : reach().filter(text -> !text.isBlank()).toList()) {
      y = row(line, Style.SMALL, y, marks);
    }
  }

  private float row(String text, Style style, float top, List<Mark> marks) {
    float y = top;
    for (List<TextRun> line :
        pen.broken(text, style, points(room.right() - room.columnX()), WHERE)) {
      pen.adorn(points(room.columnX()), y, line, marks);
      y += SMALL_LEADING;
    }
    return y;
  }

  private Stream<String> reach() {
    return stationery.isBlank() && stationery.email().isBlank() && stationery.phone().isBlank()
        ? Stream.of(signatory.phone(), signatory.email(), stationery.web())
        : Stream.concat(
            stationery.address().stream(),
            Stream.of(stationery.phone(), stationery.email(), stationery.web()));
  }
}
