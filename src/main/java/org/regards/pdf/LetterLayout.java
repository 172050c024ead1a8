package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.pdf.PrintRefusal.TooManyPages;
import org.regards.postal.LetterForm.Sheet;
import org.regards.postal.WindowFit;

/** Lays a letter out on the pages of its form. Used by one thread, for one letter. */
final class LetterLayout {
  /** Longer ones are no letters any more. */
  static final int MOST_PAGES = 12;

  private static final float FOLLOW_ON_HEAD = 13;
  private static final float FOLLOW_ON_TOP = 25;
  private static final float HEAD_LEADING = 10.5f;
  private static final float PAGE_NUMBER_ABOVE_EDGE = 11;
  private static final float ABOVE_FOOT = 5;

  private final Letter letter;
  private final String day;
  private final WindowFit fit;
  private final Sheet sheet;
  private final Fonts fonts;
  private final Stationery stationery;
  private final MailCodes codes;
  private final Appearance appearance;
  private final List<PrintRefusal> refusals = new ArrayList<>();
  private final Tag document = Tag.document();
  private final Foot foot;

  LetterLayout(
      Letter letter,
      String day,
      WindowFit fit,
      Stationery stationery,
      Appearance appearance,
      Fonts fonts,
      MailCodes codes) {
    this.letter = letter;
    this.day = day;
    this.fit = fit;
    this.sheet = fit.form().sheet();
    this.stationery = stationery;
    this.appearance = appearance;
    this.fonts = fonts;
    this.codes = codes;
    this.foot =
        new Foot(
            stationery.look().foot(),
            points(sheet.left()),
            points(sheet.width() - sheet.right()),
            points(sheet.height()),
            new Pen(fonts, refusals));
  }

  /** What stands in the way of printing; complete once the pages have been asked for. */
  List<PrintRefusal> refusals() {
    return refusals;
  }

  List<Page> pages() {
    LetterFace face =
        new LetterFace(
            letter.head(),
            day,
            fit,
            stationery,
            appearance,
            fonts,
            new Pen(fonts, refusals),
            document,
            codes);
    List<Mark> top = face.marks(refusals);
    List<List<Line>> cut = body(face.bodyTop());
    if (cut.size() > MOST_PAGES) {
      refusals.add(new TooManyPages(cut.size(), MOST_PAGES));
      return List.of();
    }
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      List<Mark> marks = new ArrayList<>();
      if (i == 0) {
        marks.addAll(top);
        foot.write(marks);
      } else {
        followOnHead(marks);
      }
      List<Mark> words = new ArrayList<>();
      place(cut.get(i), points(i == 0 ? face.bodyTop() : FOLLOW_ON_TOP), words);
      if (i == 0) {
        new WindowWatch(fit, refusals).keepOut("the first line of the letter", words);
      }
      marks.addAll(words);
      if (cut.size() > 1) {
        pageNumber(i + 1, cut.size(), marks);
      }
      pages.add(new Page(points(sheet.width()), points(sheet.height()), marks));
    }
    return pages;
  }

  private List<List<Line>> body(float bodyTop) {
    float bottom = Math.max(points(sheet.bottom()), foot.height());
    float first = points(sheet.height() - bodyTop) - bottom;
    float others = points(sheet.height() - sheet.bottom() - FOLLOW_ON_TOP);
    List<Line> comfortable = List.of();
    for (Spacing spacing : Spacing.preferred()) {
      // refusals are the same whatever the spacing
      List<PrintRefusal> noted = comfortable.isEmpty() ? refusals : new ArrayList<>();
      List<Line> lines =
          new Galley(
                  fonts,
                  noted,
                  Style.BODY,
                  spacing,
                  points(sheet.measure()),
                  document,
                  appearance.signature(letter.head().signatory().staff()).orElse(null))
              .lines(letter);
      if (PageCut.height(lines) <= first) {
        return List.of(lines);
      }
      comfortable = comfortable.isEmpty() ? lines : comfortable;
    }
    return PageCut.pages(comfortable, first, others);
  }

  private void place(List<Line> lines, float top, List<Mark> marks) {
    Placing.place(lines, points(sheet.left()), top, marks);
  }

  private void followOnHead(List<Mark> marks) {
    LetterHead head = letter.head();
    String sender =
        stationery.business().isEmpty() ? head.signatory().name() : stationery.business();
    String text = String.join("  ·  ", sender, head.recipient().name(), day);
    Pen pen = new Pen(fonts, refusals);
    float y = points(FOLLOW_ON_HEAD);
    for (List<TextRun> line :
        pen.broken(text, Style.SMALL, points(sheet.measure()), Letterhead.WHERE)) {
      pen.adorn(points(sheet.left()), y, line, marks);
      y += HEAD_LEADING;
    }
  }

  private void pageNumber(int number, int of, List<Mark> marks) {
    Pen pen = new Pen(fonts, refusals);
    String text = String.format(Wording.in(letter.head().language()).pageOf(), number, of);
    List<TextRun> runs = pen.runs(text, Style.SMALL, "the page number");
    float x = points(sheet.width() - sheet.right()) - Pen.width(runs);
    float y =
        number == 1 && !foot.isEmpty()
            ? foot.top() - ABOVE_FOOT
            : points(sheet.height() - PAGE_NUMBER_ABOVE_EDGE);
    pen.adorn(x, y, runs, marks);
  }
}
