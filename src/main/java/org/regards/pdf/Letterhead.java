package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.regards.letter.Signatory;
import org.regards.postal.LetterForm;
import org.regards.postal.LetterForm.Sender;

/**
 * The head of the first page: logo and name of the business and how to reach it, beside it or under
 * it. It repeats on every letter, so all of it is an artifact.
 */
final class Letterhead {
  static final String WHERE = "the letterhead";

  private static final float SMALL_LEADING = 10.5f;
  private static final float SMALLEST_LEADING = 9;
  private static final float CLEAR_OF_NAME = 3;
  private static final float NAME_LEADING = 1.2f;
  private static final float NAME_BELOW_TOP = 20.3f;
  private static final float SMALLEST_NAME = 13;

  /** The height of capitals, in parts of the size. */
  private static final float CAPITAL = 0.66f;

  private static final float TALLEST_LOGO = 18;
  private static final float WIDEST_LOGO = 70;
  private static final float LOGO_GAP = 4.5f;

  private final Stationery stationery;
  private final Appearance appearance;
  private final Signatory signatory;
  private final Pen pen;
  private final float left;
  private final Sender sender;
  private float logoWidth;
  private float logoHeight;
  private float nameBottom;

  Letterhead(
      Stationery stationery, Appearance appearance, Signatory signatory, Pen pen, LetterForm form) {
    this.stationery = stationery;
    this.appearance = appearance;
    this.signatory = signatory;
    this.pen = pen;
    this.left = form.sheet().left();
    this.sender = form.sender();
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
            points(Math.min(TALLEST_LOGO, sender.bottom() - sender.top())),
            points(WIDEST_LOGO) / shape);
    logoWidth = logoHeight * shape;
    marks.add(
        new Mark.Picture(points(left), points(sender.top()), logoWidth, logoHeight, plate, null));
  }

  private void name(List<Mark> marks) {
    boolean ownName = stationery.business().isEmpty();
    String name = ownName ? signatory.name() : stationery.business();
    float x = points(left) + (logoWidth == 0 ? 0 : logoWidth + points(LOGO_GAP));
    float measure = points(sender.nameRight()) - x;
    Style style = Style.BUSINESS.with(appearance.ink());
    float width = Pen.width(pen.runs(name, style, WHERE));
    if (width > measure) {
      style = style.ofSize(Math.max(SMALLEST_NAME, style.size() * measure / width));
    }
    List<List<TextRun>> lines = pen.broken(name, style, measure, WHERE);
    float baseline = points(sender.top()) + firstBaseline(style.size(), lines.size());
    for (List<TextRun> line : lines) {
      pen.adorn(x, baseline, line, marks);
      baseline += style.size() * NAME_LEADING;
    }
    nameBottom = baseline - style.size() * NAME_LEADING;
    if (ownName && !signatory.title().isBlank()) {
      pen.adorn(x, baseline, pen.runs(signatory.title(), Style.SMALL, WHERE), marks);
      nameBottom = baseline;
    }
  }

  /** Beside a logo the name stands in the middle of its height. */
  private float firstBaseline(float size, int lines) {
    float words = size * (CAPITAL + (lines - 1) * NAME_LEADING);
    return logoHeight == 0 ? NAME_BELOW_TOP : (logoHeight - words) / 2 + size * CAPITAL;
  }

  /** Begins with the name where the logo has taken its place: a picture cannot be read out. */
  private void contact(List<Mark> marks) {
    List<List<TextRun>> rows = new ArrayList<>();
    if (appearance.logoIsName()) {
      rows.addAll(rows(stationery.business(), Style.SMALL.with(appearance.ink())));
    }
    reach().filter(text -> !text.isBlank()).forEach(text -> rows.addAll(rows(text, Style.SMALL)));
    float y = contactTop() + Style.SMALL.size() * CAPITAL;
    float room = points(sender.bottom()) - y;
    float leading =
        Math.clamp(room / Math.max(1, rows.size() - 1), SMALLEST_LEADING, SMALL_LEADING);
    for (List<TextRun> row : rows) {
      pen.adorn(points(sender.contact().x()), y, row, marks);
      y += leading;
    }
  }

  private float contactTop() {
    float top = points(sender.contact().y());
    float used = Math.max(nameBottom, points(sender.top()) + logoHeight);
    return sender.isContactBeside() ? top : Math.max(top, used + points(CLEAR_OF_NAME));
  }

  private List<List<TextRun>> rows(String text, Style style) {
    return pen.broken(text, style, points(sender.contact().width()), WHERE);
  }

  private Stream<String> reach() {
    return stationery.isBlank() && stationery.email().isBlank() && stationery.phone().isBlank()
        ? Stream.of(signatory.phone(), signatory.email(), stationery.web())
        : Stream.concat(
            stationery.address().stream(),
            Stream.of(stationery.phone(), stationery.email(), stationery.web()));
  }
}
