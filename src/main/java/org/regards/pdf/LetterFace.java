package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.postal.LetterForm;
import org.regards.postal.WindowFit;

/**
 * What stands on the first page before the words: letterhead, address, references, marks. Used by
 * one thread, for one letter.
 */
final class LetterFace {
  private static final float MARKS_FROM = 3.5f;
  private static final float FOLD_MARKS_TO = 5.5f;
  private static final float HOLE_MARK_TO = 7.5f;
  private static final float MARK_THICKNESS = 0.25f;

  private final LetterHead head;
  private final String day;
  private final WindowFit fit;
  private final LetterForm form;
  private final Stationery stationery;
  private final Appearance appearance;
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
      Appearance appearance,
      Fonts fonts,
      Pen pen,
      Tag document,
      MailCodes codes) {
    this.head = head;
    this.day = day;
    this.fit = fit;
    this.form = fit.form();
    this.stationery = stationery;
    this.appearance = appearance;
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
    watch.keepOut(Letterhead.WHERE, marks);
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
    new Letterhead(stationery, appearance, head.signatory(), pen, form).write(marks);
  }

  private void address(List<Mark> marks, List<PrintRefusal> refusals) {
    RoutingBarcode barcode =
        head.channel() == LetterChannel.EMAIL
            ? null
            : RoutingBarcode.of(
                    head.recipient().address(), stationery, codes, head.language(), refusals)
                .orElse(null);
    AddressBlock block = new AddressBlock(fit, pen, fonts, barcode);
    block.returnLine(stationery, marks);
    block.address(
        head.recipient(),
        head.channel(),
        stationery.country(),
        head.language(),
        document,
        marks,
        refusals);
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
