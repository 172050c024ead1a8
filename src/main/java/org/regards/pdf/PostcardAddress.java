package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.LetterHead;
import org.regards.pdf.PrintRefusal.AddressTooLongForPostcard;
import org.regards.pdf.PrintRefusal.IncompleteAddress;
import org.regards.pdf.Tag.Role;
import org.regards.postal.AddressLines;

/**
 * The right half of a postcard: the upper 40 mm stay free for the stamp, the lowest 16 mm for the
 * sorting codes of the post; between them stand the sender, small, and the address. In millimetres.
 */
final class PostcardAddress {
  private static final float FREE_ABOVE = 40;
  private static final float FREE_BELOW = 16;
  private static final float LEFT = 8;

  /** Half an inch, by which machines find the edge. */
  private static final float RIGHT = 12.7f;

  private static final float DIVIDER_FROM = 10;
  private static final float DIVIDER = 0.3f;
  private static final int MOST_SENDER_LINES = 2;
  private static final float SENDER_LEADING = 8.5f;
  private static final Style SENDER = Style.SMALL.ofSize(7);
  private static final Style ADDRESS = new Style(Typeface.SANS, 10, Ink.BLACK);
  private static final float LEADING = 13.2f;

  private final LetterHead head;
  private final Stationery stationery;
  private final Pen pen;
  private final Tag document;

  PostcardAddress(LetterHead head, Stationery stationery, Pen pen, Tag document) {
    this.head = head;
    this.stationery = stationery;
    this.pen = pen;
    this.document = document;
  }

  /**
   * @param half where the right half begins
   */
  void add(float half, float height, List<Mark> marks, List<PrintRefusal> refusals) {
    float x = points(half + LEFT);
    float measure = points(half - LEFT - RIGHT);
    marks.add(
        new Mark.Rule(
            points(half),
            points(DIVIDER_FROM),
            points(half),
            points(height - DIVIDER_FROM),
            DIVIDER,
            Ink.GREY));
    float y = points(FREE_ABOVE) + SENDER_LEADING;
    for (List<TextRun> line : sender(measure)) {
      pen.adorn(x, y, line, marks);
      y += SENDER_LEADING;
    }
    List<String> missing = AddressLines.missing(head.recipient());
    if (!missing.isEmpty()) {
      refusals.add(new IncompleteAddress(missing));
      return;
    }
    List<List<TextRun>> lines = new ArrayList<>();
    for (String line : AddressLines.of(head.recipient(), stationery.country(), head.language())) {
      lines.addAll(pen.broken(line, ADDRESS, measure, "the address"));
    }
    y += LEADING;
    int most = (int) ((points(height - FREE_BELOW) - y) / LEADING) + 1;
    if (lines.size() > most) {
      refusals.add(new AddressTooLongForPostcard(lines.size(), most));
    }
    Tag address = document.child(Role.PARAGRAPH);
    for (List<TextRun> line : lines) {
      pen.write(x, y, line, address, marks);
      y += LEADING;
    }
  }

  private List<List<TextRun>> sender(float measure) {
    List<String> parts = new ArrayList<>();
    if (!stationery.business().isEmpty()) {
      parts.add(stationery.business());
    }
    parts.addAll(stationery.address());
    List<List<TextRun>> lines =
        parts.isEmpty()
            ? List.of()
            : pen.broken(String.join(" · ", parts), SENDER, measure, "the return line");
    return lines.size() > MOST_SENDER_LINES ? lines.subList(0, MOST_SENDER_LINES) : lines;
  }
}
