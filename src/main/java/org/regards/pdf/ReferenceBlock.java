package org.regards.pdf;

import static org.regards.pdf.Lengths.millimetres;
import static org.regards.pdf.Lengths.points;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterHead;
import org.regards.letter.Signatory;
import org.regards.postal.LetterForm;
import org.regards.postal.LetterForm.References;
import org.regards.postal.WindowFit;

/**
 * Date, references and whom to ask, where the form has them: in rows with labels, or over and under
 * the address. Nothing of it gets into the window. Used by one thread, for one letter.
 */
final class ReferenceBlock {
  private static final float LEADING = 12;
  private static final float GAP = 10;
  private static final float BASELINE_IN_LEADING = 0.75f;
  private static final float SMALLEST_VALUE = 7.5f;
  private static final float BODY_GAP = 8.46f;
  private static final Style REFERENCE_LINE = Style.SMALL.ofSize(8.5f);
  private static final float REFERENCE_BASELINE = 2.7f;
  private static final float BODY_UNDER_REFERENCE_LINE = 7;

  private final LetterHead head;
  private final String day;
  private final Stationery stationery;
  private final WindowFit fit;
  private final Pen pen;
  private final Tag document;
  private final Wording wording;
  private final @Nullable QrSymbol code;

  /** A row; a group is set off from the one before. */
  private record Row(String label, String value, int group) {}

  /**
   * @param code for the sender, should the letter come back, or null
   */
  ReferenceBlock(
      LetterHead head,
      String day,
      Stationery stationery,
      WindowFit fit,
      Pen pen,
      Tag document,
      @Nullable QrSymbol code) {
    this.head = head;
    this.day = day;
    this.stationery = stationery;
    this.fit = fit;
    this.pen = pen;
    this.document = document;
    this.code = code;
    this.wording = Wording.in(head.language());
  }

  /** What is read before the address: the date, where it stands over it. */
  void before(List<Mark> marks) {
    switch (fit.form().references()) {
      case References.Block ignored -> {}
      case References.BlockAndDate ignored -> {}
      case References.DateAndLine line ->
          line(fit.form().sheet().left(), line.dateBaseline(), day, Style.BODY, marks);
    }
  }

  /**
   * What is read after the address.
   *
   * @return where the words may begin, in millimetres
   */
  float after(List<Mark> marks) {
    return switch (fit.form().references()) {
      case References.Block block -> {
        float bottom = rows(rows(true), block.x(), block.y(), block.right(), marks);
        yield Math.max(bottom + BODY_GAP, codeUnder(bottom, block.x(), marks));
      }
      case References.BlockAndDate block -> {
        float bottom = rows(rows(false), block.x(), block.y(), block.right(), marks);
        float baseline = Math.max(block.dateBaseline(), fit.reach().bottom() + 4);
        line(block.dateX(), baseline, String.format(wording.dateLine(), day), Style.BODY, marks);
        yield Math.max(Math.max(bottom, baseline) + BODY_GAP, codeUnder(bottom, block.x(), marks));
      }
      case References.DateAndLine line -> {
        float top = Math.max(line.lineTop(), fit.reach().bottom());
        float baseline = top + REFERENCE_BASELINE;
        line(fit.form().sheet().left(), baseline, references(), REFERENCE_LINE, marks);
        codeBesideAddress(marks);
        yield baseline + BODY_UNDER_REFERENCE_LINE;
      }
    };
  }

  /** Returns where the words may begin. */
  private float codeUnder(float bottom, float x, List<Mark> marks) {
    if (code == null) {
      return bottom;
    }
    float y = bottom + QrSymbol.quietZone();
    marks.add(code.at(x, y, document, CodeWords.in(head.language()).qr()));
    return y + code.side() + 2 * QrSymbol.quietZone();
  }

  /** On the right margin, level with the address, where no window reaches. */
  private void codeBesideAddress(List<Mark> marks) {
    if (code != null) {
      LetterForm.Sheet sheet = fit.form().sheet();
      float x = sheet.width() - sheet.right() - code.side();
      float y = fit.form().address().y() + QrSymbol.quietZone();
      marks.add(code.at(x, y, document, CodeWords.in(head.language()).qr()));
    }
  }

  private void line(float x, float baseline, String text, Style style, List<Mark> marks) {
    pen.write(
        points(x),
        points(baseline),
        pen.runs(text, style, wording.reference()),
        document.child(Tag.Role.PARAGRAPH),
        marks);
  }

  private String references() {
    String customer = wording.customer() + " " + head.recipient().customer();
    return head.caseId() == null
        ? customer
        : wording.reference() + " " + head.caseId() + "  ·  " + customer;
  }

  private float rows(Stream<Row> wanted, float left, float top, float right, List<Mark> marks) {
    List<Row> rows = wanted.filter(row -> !row.value().isBlank()).toList();
    float labels = 0;
    for (Row row : rows) {
      labels = Math.max(labels, Pen.width(pen.runs(row.label(), Style.SMALL, "the references")));
    }
    float y = points(top);
    int group = rows.getFirst().group();
    for (Row row : rows) {
      y += row.group() == group ? 0 : LEADING / 2;
      group = row.group();
      y = row(row, points(left), points(left) + labels + GAP, points(right), y, marks);
    }
    return millimetres(y);
  }

  private Stream<Row> rows(boolean withDate) {
    Signatory signatory = head.signatory();
    String reference = head.caseId() == null ? "" : head.caseId().toString();
    Stream<Row> references =
        Stream.of(
            new Row(wording.reference(), reference, 1),
            new Row(wording.customer(), head.recipient().customer().toString(), 1));
    Stream<Row> contact =
        stationery.isBlank() // then it is the letterhead
            ? Stream.of()
            : Stream.of(
                new Row(wording.contact(), signatory.name(), 2),
                new Row(wording.phone(), signatory.phone(), 2),
                new Row(wording.email(), signatory.email(), 2));
    Stream<Row> date = withDate ? Stream.of(new Row(wording.date(), day, 3)) : Stream.of();
    return Stream.of(references, contact, date).flatMap(rows -> rows);
  }

  private float row(Row row, float left, float valueX, float right, float top, List<Mark> marks) {
    Tag tag = document.child(Tag.Role.PARAGRAPH);
    String where = "the field " + row.label();
    float y = top + LEADING * BASELINE_IN_LEADING;
    pen.write(left, y, pen.runs(row.label() + " ", Style.SMALL, where), tag, marks);
    float measure = right - valueX;
    Style style = Style.SMALL_VALUE;
    float width = Pen.width(pen.runs(row.value(), style, where));
    if (width > measure) {
      style = style.ofSize(Math.max(SMALLEST_VALUE, style.size() * measure / width * 0.995f));
    }
    float bottom = top;
    for (List<TextRun> line : pen.broken(row.value(), style, measure, where)) {
      pen.write(valueX, y, line, tag, marks);
      y += LEADING;
      bottom += LEADING;
    }
    return bottom;
  }
}
