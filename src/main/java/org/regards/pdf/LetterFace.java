package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterHead;
import org.regards.letter.Signatory;
import org.regards.postal.LetterForm;
import org.regards.postal.LetterForm.Sender;
import org.regards.postal.WindowFit;

/**
 * What stands on the first page before the words: letterhead, address, references, marks. Used by
 * one thread, for one letter.
 */
final class LetterFace {
  private static final String LETTERHEAD = "the letterhead";
  private static final float SMALL_LEADING = 10.5f;
  private static final float SMALLEST_LEADING = 9;
  private static final float SMALLEST_NAME = 13;
  private static final float MARKS_FROM = 3.5f;
  private static final float FOLD_MARKS_TO = 5.5f;
  private static final float HOLE_MARK_TO = 7.5f;
  private static final float MARK_THICKNESS = 0.25f;

  private final LetterHead head;
  private final String day;
  private final WindowFit fit;
  private final LetterForm form;
  private final Stationery stationery;
  private final Fonts fonts;
  private final Pen pen;
  private final Tag document;
  private final MailCodes codes;
  private float bodyTop;

  LetterFace(
      LetterHead head,
      String day,
      WindowFit fit,
      Stationery stationery,
      Fonts fonts,
      Pen pen,
      Tag document,
      MailCodes codes) {
    this.head = head;
    this.day = day;
    this.fit = fit;
    this.form = fit.form();
    this.stationery = stationery;
    this.fonts = fonts;
    this.pen = pen;
    this.document = document;
    this.codes = codes;
    this.bodyTop = Math.max(form.bodyTop(), fit.reach().bottom());
  }

  List<Mark> marks(List<PrintRefusal> refusals) {
    WindowWatch watch = new WindowWatch(fit, refusals);
    List<Mark> marks = new ArrayList<>();
    letterhead(marks);
    watch.keepOut(LETTERHEAD, marks);
    foldMarks(marks);
    List<Mark> references = new ArrayList<>();
    ReferenceBlock block =
        new ReferenceBlock(head, day, stationery, fit, pen, document, returnCode());
    block.before(references);
    marks.addAll(references);
    address(marks, refusals);
    List<Mark> after = new ArrayList<>();
    bodyTop = Math.max(bodyTop, block.after(after));
    marks.addAll(after);
    references.addAll(after);
    watch.keepOut("the references", references);
    return marks;
  }

  /**
   * Where the words begin, in millimetres: lower than usual under long references, and below all
   * that the window may show.
   */
  float bodyTop() {
    return bodyTop;
  }

  private void letterhead(List<Mark> marks) {
    Signatory signatory = head.signatory();
    Sender sender = form.sender();
    boolean ownName = stationery.business().isEmpty();
    String name = ownName ? signatory.name() : stationery.business();
    float left = points(form.sheet().left());
    float measure = points(sender.nameRight()) - left;
    Style style = Style.BUSINESS;
    List<TextRun> runs = pen.runs(name, style, LETTERHEAD);
    if (Pen.width(runs) > measure) {
      style = style.ofSize(Math.max(SMALLEST_NAME, style.size() * measure / Pen.width(runs)));
    }
    float baseline = points(sender.nameBaseline());
    for (List<TextRun> line : pen.broken(name, style, measure, LETTERHEAD)) {
      pen.adorn(left, baseline, line, marks);
      baseline += style.size() * 1.2f;
    }
    if (ownName && !signatory.title().isBlank()) {
      pen.adorn(left, baseline, pen.runs(signatory.title(), Style.SMALL, LETTERHEAD), marks);
      baseline += SMALL_LEADING;
    }
    contact(signatory, baseline - style.size() / 2, marks);
  }

  /** Street, phone and so on: beside the name, or under it where the address is on the right. */
  private void contact(Signatory signatory, float underName, List<Mark> marks) {
    Sender sender = form.sender();
    float x = points(sender.contact().x());
    float measure = points(sender.contact().width());
    boolean beside = sender.nameRight() <= sender.contact().x();
    float top =
        beside ? points(sender.contact().y()) : Math.max(points(sender.contact().y()), underName);
    List<List<TextRun>> rows =
        contactLines(signatory)
            .flatMap(line -> pen.broken(line, Style.SMALL, measure, LETTERHEAD).stream())
            .toList();
    float room = points(sender.bottom()) - top;
    float leading = Math.max(SMALLEST_LEADING, Math.min(SMALL_LEADING, room / rows.size()));
    float y = top + leading;
    for (List<TextRun> row : rows) {
      pen.adorn(x, y, row, marks);
      y += leading;
    }
  }

  private Stream<String> contactLines(Signatory signatory) {
    Stream<String> lines =
        stationery.isBlank() && stationery.email().isBlank() && stationery.phone().isBlank()
            ? Stream.of(signatory.phone(), signatory.email(), stationery.web())
            : Stream.concat(
                stationery.address().stream(),
                Stream.of(stationery.phone(), stationery.email(), stationery.web()));
    return lines.filter(line -> !line.isBlank());
  }

  private void address(List<Mark> marks, List<PrintRefusal> refusals) {
    RoutingBarcode barcode =
        RoutingBarcode.of(
                head.recipient().address(), stationery, codes, head.language(), refusals)
            .orElse(null);
    AddressBlock block = new AddressBlock(fit, pen, fonts, barcode);
    block.returnLine(stationery, marks);
    block.address(
        head.recipient(), stationery.country(), head.language(), document, marks, refusals);
  }

  private @Nullable QrSymbol returnCode() {
    return stationery.codes().qr() && !codes.letter().isEmpty()
        ? new QrSymbol(codes.letter())
        : null;
  }

  private void foldMarks(List<Mark> marks) {
    for (float fold : fit.fold().on(form.sheet().height())) {
      marks.add(mark(fold, FOLD_MARKS_TO));
    }
    for (float hole : form.holes()) {
      marks.add(mark(hole, HOLE_MARK_TO));
    }
  }

  private static Mark mark(float y, float to) {
    return new Mark.Rule(
        points(MARKS_FROM), points(y), points(to), points(y), MARK_THICKNESS, Ink.BLACK);
  }
}
