package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.regards.document.Document;
import org.regards.document.Table;
import org.regards.postal.LetterForm.Sheet;

/** Lays a document out on pages of the business's paper. Used by one thread, for one document. */
final class DocumentLayout {
  private static final float MARGIN = 20;
  private static final float HEAD = 14;
  private static final float FIRST_TOP = 21;
  private static final float TOP = 22;
  private static final float BOTTOM = 19;
  private static final float FOOT = 11;

  /** Columns of a table that stand side by side on upright paper. */
  private static final int MOST_UPRIGHT = 7;

  /** Of the head of a table that stands again on a page. */
  private static final float REPEATED = 30;

  private final Document document;
  private final Sheet sheet;
  private final String business;
  private final String day;
  private final Ink ink;
  private final Fonts fonts;
  private final Pen pen;
  private final List<PrintRefusal> refusals = new ArrayList<>();

  DocumentLayout(
      Document document, Sheet sheet, String business, String day, Ink ink, Fonts fonts) {
    this.document = document;
    this.sheet = isWide(document) ? turned(sheet) : sheet;
    this.business = business;
    this.day = day;
    this.ink = ink;
    this.fonts = fonts;
    this.pen = new Pen(fonts, refusals);
  }

  /** Whether it has a table that wants the long side of the paper. */
  private static boolean isWide(Document document) {
    return document.elements().stream()
        .anyMatch(
            element -> element instanceof Table table && table.columns().size() > MOST_UPRIGHT);
  }

  private static Sheet turned(Sheet sheet) {
    float wide = sheet.height();
    float high = sheet.width();
    return new Sheet(wide, high, sheet.left(), sheet.right(), sheet.top(), sheet.bottom());
  }

  /** Characters that only some texts can have are shown as numbers where they stand alone. */
  List<Page> pages() {
    List<Page> pages = pages(new HonestText(fonts, false));
    if (refusals.isEmpty()) {
      return pages;
    }
    refusals.clear();
    return pages(new HonestText(fonts, true));
  }

  private List<Page> pages(HonestText honest) {
    float measure = points(sheet.width() - 2 * MARGIN);
    DocumentGalley galley =
        new DocumentGalley(fonts, refusals, honest, ink, measure, Tag.document());
    float height = points(sheet.height() - BOTTOM);
    List<List<Line>> cut =
        PageCut.pages(
            galley.lines(document), height - points(FIRST_TOP), height - points(TOP) - REPEATED);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      List<Mark> marks = new ArrayList<>();
      head(i, honest, marks);
      float top = points(i == 0 ? FIRST_TOP : TOP);
      if (i > 0) {
        top += repeat(galley.headOver(cut.get(i).getFirst()), top, marks);
      }
      Placing.place(cut.get(i), points(MARGIN), top, marks);
      foot(i + 1, cut.size(), honest, marks);
      pages.add(new Page(points(sheet.width()), points(sheet.height()), marks));
    }
    return pages;
  }

  private void head(int page, HonestText honest, List<Mark> marks) {
    String left = page == 0 ? business.toUpperCase(Locale.ROOT) : document.notice();
    Style style = page == 0 ? Style.SMALL : Style.SMALL.with(DocumentFrame.ALERT);
    pen.adorn(points(MARGIN), points(HEAD), runs(left, style, honest), marks);
    List<TextRun> right = runs(day, Style.SMALL, honest);
    pen.adorn(points(sheet.width() - MARGIN) - Pen.width(right), points(HEAD), right, marks);
  }

  /** What is read once is an ornament the second time. */
  private float repeat(List<Line> head, float top, List<Mark> marks) {
    List<Mark> again = new ArrayList<>();
    Placing.place(head, points(MARGIN), top, again);
    for (Mark mark : again) {
      marks.add(
          mark instanceof Mark.Words words
              ? new Mark.Words(words.x(), words.baseline(), words.run(), null)
              : mark);
    }
    return head.isEmpty() ? 0 : PageCut.height(head) + TableLook.OF_DOCUMENT.gap();
  }

  private void foot(int number, int of, HonestText honest, List<Mark> marks) {
    float y = points(sheet.height() - FOOT);
    String name =
        document.title() + (document.subtitle().isEmpty() ? "" : "  ·  " + document.subtitle());
    List<TextRun> page = runs("Page %d of %d".formatted(number, of), Style.SMALL, honest);
    float right = points(sheet.width() - MARGIN) - Pen.width(page);
    List<List<TextRun>> left =
        pen.broken(honest.of(name), Style.SMALL, right - points(MARGIN) - 20, DocumentGalley.WHERE);
    if (!left.isEmpty()) {
      pen.adorn(points(MARGIN), y, left.getFirst(), marks);
    }
    pen.adorn(right, y, page, marks);
  }

  private List<TextRun> runs(String text, Style style, HonestText honest) {
    return text.isEmpty() ? List.of() : pen.runs(honest.of(text), style, DocumentGalley.WHERE);
  }
}
