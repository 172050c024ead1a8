package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.regards.language.LetterLanguage;
import org.regards.pdf.PdfFile.Description;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;
import org.regards.postal.WindowSketch;
import org.regards.postal.WindowSketch.Shape;
import org.regards.postal.WindowVerdict;

/** A sheet for trying an envelope: what its window shows of a letter, in true size. */
public final class WindowSheet {
  /** Nothing in the drawing depends on the day, and the same figures give the same bytes. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static final String PEN = "0 G 0.5 w ";
  private static final String DASHED = "[5 4] 0 d ";
  private static final String SOLID = "[] 0 d ";
  private static final String AREA = "0.9 g ";

  private WindowSheet() {}

  /** What a window makes of addresses set as on letters. */
  public static WindowVerdict verdict(WindowFit fit, Fonts fonts) {
    return new WindowVerdict(
        fit, AddressBlock.REGULAR.height(fonts), AddressBlock.TIGHT.height(fonts));
  }

  /** A tagged PDF, valid by PDF/UA-1 and PDF/A-2a. */
  public static byte[] pdf(WindowSketch sketch, Fonts fonts) {
    List<PrintRefusal> refusals = new ArrayList<>();
    Pen pen = new Pen(fonts, refusals);
    Tag document = Tag.document();
    Tag heading = document.child(Tag.Role.HEADING);
    StringBuilder lines = new StringBuilder(PEN);
    List<Mark> words = new ArrayList<>();
    for (Shape shape : sketch.shapes()) {
      switch (shape) {
        case Shape.Words text -> {
          Tag tag =
              text.text().equals(sketch.title()) ? heading : document.child(Tag.Role.PARAGRAPH);
          Style style = Style.SMALL.ofSize(text.size()).with(Ink.BLACK);
          pen.write(
              points(text.x()),
              points(text.baseline()),
              pen.runs(text.text(), style, "the sketch"),
              tag,
              words);
        }
        case Shape.Segment line ->
            lines.append(
                format(
                    "%s%.2f %.2f m %.2f %.2f l S\n",
                    line.dashed() ? DASHED : SOLID,
                    points(line.x()),
                    points(sketch.height() - line.y()),
                    points(line.toX()),
                    points(sketch.height() - line.toY())));
        case Shape.Outline outline ->
            lines
                .append(outline.dashed() ? DASHED : SOLID)
                .append(rectangle(outline.of(), sketch))
                .append("S\n");
        case Shape.Area area ->
            lines.append(AREA).append(rectangle(area.of(), sketch)).append("f\n");
      }
    }
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(refusals.getFirst().message());
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Drawing(0, points(sketch.height()), lines.toString()));
    marks.addAll(words);
    Page page = new Page(points(sketch.width()), points(sketch.height()), marks);
    return PdfFile.write(
        List.of(page), new Description(sketch.title(), LetterLanguage.EN_GB, DAY), fonts.subsets());
  }

  private static String rectangle(Rectangle of, WindowSketch sketch) {
    return format(
        "%.2f %.2f %.2f %.2f re ",
        points(of.x()),
        points(sketch.height() - of.bottom()),
        points(of.width()),
        points(of.height()));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
