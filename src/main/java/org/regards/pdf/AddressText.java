package org.regards.pdf;

import static org.regards.pdf.Lengths.millimetres;
import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.pdf.PrintRefusal.LineTooWide;
import org.regards.pdf.PrintRefusal.TooManyLines;

/**
 * The lines of an address in the largest type in which they fit their room; before the type gets
 * small, lines are broken at spaces.
 *
 * @param leading from one baseline to the next, in points
 */
record AddressText(List<List<TextRun>> lines, Style style, float leading) {
  private static final float LEADING = 1.2f;
  private static final float STEP = 0.5f;

  /** What is read without effort, in points. */
  private static final float COMFORTABLE = 9;

  /** Of the size of the type: how far capitals rise above the baseline and tails hang below. */
  private static final float CAPITALS = 0.67f;

  private static final float TAILS = 0.22f;

  /**
   * How much room there is.
   *
   * @param width in millimetres
   * @param height in millimetres
   * @param name what it is, for example {@code the label}
   * @param largest of the type, in points
   * @param smallest of the type, in points
   */
  record Room(float width, float height, String name, float largest, float smallest) {}

  /**
   * @param refusals gets what stands in the way; then there is no block
   */
  static Optional<AddressText> fitting(
      List<String> lines, Room room, Style style, Fonts fonts, List<PrintRefusal> refusals) {
    List<PrintRefusal> unprintable = new ArrayList<>();
    Pen pen = new Pen(fonts, unprintable);
    set(lines, style, pen); // notes what no font has
    refusals.addAll(unprintable);
    if (!unprintable.isEmpty()) {
      return Optional.empty();
    }
    for (float size = room.largest(); size >= COMFORTABLE; size -= STEP) {
      AddressText whole = set(lines, style.ofSize(size), pen);
      if (whole.fits(room)) {
        return Optional.of(whole);
      }
    }
    for (float size = room.largest(); size >= room.smallest(); size -= STEP) {
      AddressText whole = set(lines, style.ofSize(size), pen);
      AddressText broken = broken(lines, style.ofSize(size), points(room.width()), pen);
      if (whole.fits(room) || broken.fits(room)) {
        return Optional.of(whole.fits(room) ? whole : broken);
      }
    }
    refuse(lines, style.ofSize(room.smallest()), room, pen, refusals);
    return Optional.empty();
  }

  private static void refuse(
      List<String> lines, Style smallest, Room room, Pen pen, List<PrintRefusal> refusals) {
    float measure = points(room.width());
    for (int i = 0; i < lines.size(); i++) {
      AddressText alone = broken(List.of(lines.get(i)), smallest, measure, pen);
      if (alone.width() > room.width()) {
        refusals.add(new LineTooWide(i + 1, alone.width(), room.width(), room.name()));
      }
    }
    AddressText all = broken(lines, smallest, measure, pen);
    int most =
        (int) ((points(room.height()) - (CAPITALS + TAILS) * smallest.size()) / all.leading) + 1;
    if (all.lines.size() > most) {
      refusals.add(new TooManyLines(all.lines.size(), most, room.name()));
    }
  }

  private static AddressText set(List<String> lines, Style style, Pen pen) {
    return new AddressText(
        lines.stream().map(line -> runs(line, style, pen)).toList(), style, style.size() * LEADING);
  }

  private static AddressText broken(List<String> lines, Style style, float measure, Pen pen) {
    List<List<TextRun>> broken = new ArrayList<>();
    for (String line : lines) {
      String rest = line;
      List<TextRun> whole = runs(rest, style, pen);
      while (Pen.width(whole) > measure && rest.indexOf(' ') > 0) {
        int cut = rest.lastIndexOf(' ');
        List<TextRun> head = runs(rest.substring(0, cut), style, pen);
        while (Pen.width(head) > measure && rest.lastIndexOf(' ', cut - 1) > 0) {
          cut = rest.lastIndexOf(' ', cut - 1);
          head = runs(rest.substring(0, cut), style, pen);
        }
        broken.add(head);
        rest = rest.substring(cut + 1);
        whole = runs(rest, style, pen);
      }
      broken.add(whole);
    }
    return new AddressText(broken, style, style.size() * LEADING);
  }

  private static List<TextRun> runs(String text, Style style, Pen pen) {
    return pen.runs(text, style, "the address");
  }

  private boolean fits(Room room) {
    return width() <= room.width() && height() <= room.height();
  }

  /** In millimetres. */
  float width() {
    float widest = 0;
    for (List<TextRun> line : lines) {
      widest = Math.max(widest, Pen.width(line));
    }
    return millimetres(widest);
  }

  /** From the top of the first line's capitals to below the last line's tails, in millimetres. */
  float height() {
    return millimetres((lines.size() - 1) * leading + (CAPITALS + TAILS) * style.size());
  }

  /**
   * @param x of its left edge, in millimetres from that of the page
   * @param y of its top, in millimetres from that of the page
   */
  void write(float x, float y, Pen pen, Tag tag, List<Mark> marks) {
    float baseline = points(y) + CAPITALS * style.size();
    for (List<TextRun> line : lines) {
      pen.write(points(x), baseline, line, tag, marks);
      baseline += leading;
    }
  }
}
