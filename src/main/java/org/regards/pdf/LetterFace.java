package org.regards.pdf;

import static org.regards.pdf.Lengths.millimetres;
import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.regards.letter.LetterHead;
import org.regards.letter.Signatory;
import org.regards.pdf.PagePreset.AddressField;
import org.regards.pdf.PrintRefusal.AddressLineTooWide;
import org.regards.pdf.PrintRefusal.IncompleteAddress;
import org.regards.pdf.PrintRefusal.TooManyAddressLines;

/** What stands on the first page before the words: letterhead, address, info block, marks. */
final class LetterFace {
  private static final String LETTERHEAD = "the letterhead";
  private static final float COLUMN_X = 125;
  private static final float INFO_TOP = 50;
  private static final float INFO_RIGHT = 200;
  private static final float INFO_LEADING = 12;
  private static final float INFO_GAP = 10;
  private static final float BASELINE_IN_LEADING = 0.75f;
  private static final float SMALLEST_VALUE = 7.5f;
  private static final float SMALL_LEADING = 10.5f;
  private static final float NAME_BASELINE = 24;
  private static final float SMALLEST_NAME = 13;
  private static final float CONTACT_TOP = 15;
  private static final float DATE_BASELINE = 49;
  private static final float REFERENCE_BASELINE = 90;
  private static final float RETURN_BASELINE = 48.4f;
  private static final float RETURN_RULE = 49.6f;
  private static final float LARGEST_RETURN_LINE = 7.5f;
  private static final float SMALLEST_RETURN_LINE = 5.5f;
  private static final float MARKS_FROM = 3.5f;
  private static final float FOLD_MARKS_TO = 5.5f;
  private static final float HOLE_MARK_TO = 7.5f;
  private static final float MARK_THICKNESS = 0.25f;
  private static final float BODY_GAP = 8.46f;

  private final LetterHead head;
  private final String day;
  private final PagePreset preset;
  private final Stationery stationery;
  private final Pen pen;
  private final Tag document;
  private final Wording wording;
  private float infoBottom;

  LetterFace(
      LetterHead head,
      String day,
      PagePreset preset,
      Stationery stationery,
      Pen pen,
      Tag document) {
    this.head = head;
    this.day = day;
    this.preset = preset;
    this.stationery = stationery;
    this.pen = pen;
    this.document = document;
    this.wording = Wording.in(head.language());
  }

  List<Mark> marks(List<PrintRefusal> refusals) {
    List<Mark> marks = new ArrayList<>();
    letterhead(marks);
    foldMarks(marks);
    switch (preset) {
      case DIN_5008_B -> {
        returnLine(marks);
        address(marks, refusals);
        infoBlock(marks);
      }
      case US_10 -> {
        date(marks);
        address(marks, refusals);
        referenceLine(marks);
      }
    }
    return marks;
  }

  /** Where the words begin, in millimetres: lower than usual under a long info block. */
  float bodyTop() {
    return Math.max(preset.bodyTop(), infoBottom + BODY_GAP);
  }

  private void letterhead(List<Mark> marks) {
    Signatory signatory = head.signatory();
    boolean ownName = stationery.business().isEmpty();
    String name = ownName ? signatory.name() : stationery.business();
    float left = points(preset.sheet().left());
    float measure = points(COLUMN_X - 5) - left;
    Style style = Style.BUSINESS;
    List<TextRun> runs = pen.runs(name, style, LETTERHEAD);
    if (Pen.width(runs) > measure) {
      style = style.ofSize(Math.max(SMALLEST_NAME, style.size() * measure / Pen.width(runs)));
    }
    float baseline = points(NAME_BASELINE);
    for (List<TextRun> line : pen.broken(name, style, measure, LETTERHEAD)) {
      pen.adorn(left, baseline, line, marks);
      baseline += style.size() * 1.2f;
    }
    if (ownName && !signatory.title().isBlank()) {
      pen.adorn(left, baseline, pen.runs(signatory.title(), Style.SMALL, LETTERHEAD), marks);
    }
    float y = points(CONTACT_TOP) + SMALL_LEADING;
    for (String line : contact(signatory).toList()) {
      for (List<TextRun> row :
          pen.broken(
              line, Style.SMALL, points(preset.sheet().width() - 10 - COLUMN_X), LETTERHEAD)) {
        pen.adorn(points(COLUMN_X), y, row, marks);
        y += SMALL_LEADING;
      }
    }
  }

  private Stream<String> contact(Signatory signatory) {
    Stream<String> lines =
        stationery.isBlank() && stationery.email().isBlank() && stationery.phone().isBlank()
            ? Stream.of(signatory.phone(), signatory.email(), stationery.web())
            : Stream.concat(
                stationery.address().stream(),
                Stream.of(stationery.phone(), stationery.email(), stationery.web()));
    return lines.filter(line -> !line.isBlank());
  }

  private void foldMarks(List<Mark> marks) {
    for (float fold : preset.folds()) {
      marks.add(mark(fold, FOLD_MARKS_TO));
    }
    for (float hole : preset.holes()) {
      marks.add(mark(hole, HOLE_MARK_TO));
    }
  }

  private static Mark mark(float y, float to) {
    return new Mark.Rule(
        points(MARKS_FROM), points(y), points(to), points(y), MARK_THICKNESS, Ink.BLACK);
  }

  private void returnLine(List<Mark> marks) {
    if (stationery.address().isEmpty()) {
      return;
    }
    List<String> parts =
        Stream.concat(Stream.of(stationery.business()), stationery.address().stream())
            .filter(part -> !part.isEmpty())
            .toList();
    float measure = points(preset.address().measure());
    Style style = Style.SMALL.ofSize(LARGEST_RETURN_LINE);
    for (int from = 0; from < parts.size(); from++) {
      String text = String.join(" · ", parts.subList(from, parts.size()));
      float width = Pen.width(pen.runs(text, style, LETTERHEAD));
      float size = Math.min(LARGEST_RETURN_LINE, LARGEST_RETURN_LINE * measure / width);
      if (size >= SMALLEST_RETURN_LINE) {
        float x = points(preset.address().textX());
        List<TextRun> runs = pen.runs(text, style.ofSize(size), LETTERHEAD);
        pen.adorn(x, points(RETURN_BASELINE), runs, marks);
        marks.add(
            new Mark.Rule(
                x,
                points(RETURN_RULE),
                x + Pen.width(runs),
                points(RETURN_RULE),
                MARK_THICKNESS,
                Ink.GREY));
        return;
      }
    }
  }

  private void address(List<Mark> marks, List<PrintRefusal> refusals) {
    List<String> missing = AddressLines.missing(head.recipient());
    if (!missing.isEmpty()) {
      refusals.add(new IncompleteAddress(missing));
      return;
    }
    AddressField field = preset.address();
    List<String> lines =
        AddressLines.of(head.recipient(), stationery.country(), head.language()).stream()
            .flatMap(line -> broken(line, field.measure()).stream())
            .toList();
    if (lines.size() > AddressLines.MOST) {
      refusals.add(new TooManyAddressLines(lines.size(), AddressLines.MOST));
    }
    float leading = points(field.bottom() - field.linesFrom()) / AddressLines.MOST;
    float baseline = points(field.linesFrom()) + leading / 2 + Style.BODY.size() * 0.34f;
    if (preset == PagePreset.US_10) {
      baseline += leading * Math.max(0, AddressLines.MOST - lines.size()) / 2;
    }
    Tag tag = document.child(Tag.Role.PARAGRAPH);
    for (int i = 0; i < lines.size(); i++) {
      List<TextRun> runs = pen.runs(lines.get(i), Style.BODY, "the address");
      float width = millimetres(Pen.width(runs));
      if (width > field.measure()) {
        refusals.add(new AddressLineTooWide(i + 1, width, field.measure()));
      }
      pen.write(points(field.textX()), baseline, runs, tag, marks);
      baseline += leading;
    }
  }

  /** A line of the address, broken at spaces where it is wider than the window shows. */
  private List<String> broken(String line, float measure) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (addressWidth(rest) > measure && rest.indexOf(' ') > 0) {
      int cut = rest.lastIndexOf(' ');
      while (addressWidth(rest.substring(0, cut)) > measure && rest.lastIndexOf(' ', cut - 1) > 0) {
        cut = rest.lastIndexOf(' ', cut - 1);
      }
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut + 1);
    }
    lines.add(rest);
    return lines;
  }

  private float addressWidth(String text) {
    return millimetres(Pen.width(pen.runs(text, Style.BODY, "the address")));
  }

  /** A row of the info block; a group is set off from the one before. */
  private record InfoRow(String label, String value, int group) {}

  private void infoBlock(List<Mark> marks) {
    List<InfoRow> rows = infoRows().filter(row -> !row.value().isBlank()).toList();
    float labels = 0;
    for (InfoRow row : rows) {
      labels = Math.max(labels, Pen.width(pen.runs(row.label(), Style.SMALL, LETTERHEAD)));
    }
    float valueX = points(COLUMN_X) + labels + INFO_GAP;
    float y = points(INFO_TOP);
    int group = rows.getFirst().group();
    for (InfoRow row : rows) {
      y += row.group() == group ? 0 : INFO_LEADING / 2;
      group = row.group();
      y = infoRow(row, valueX, y, marks);
    }
    infoBottom = millimetres(y);
  }

  private Stream<InfoRow> infoRows() {
    Signatory signatory = head.signatory();
    String reference = head.caseId() == null ? "" : head.caseId().toString();
    Stream<InfoRow> references =
        Stream.of(
            new InfoRow(wording.reference(), reference, 1),
            new InfoRow(wording.customer(), head.recipient().customer().toString(), 1));
    Stream<InfoRow> contact =
        stationery.isBlank() // then it is the letterhead
            ? Stream.of()
            : Stream.of(
                new InfoRow(wording.contact(), signatory.name(), 2),
                new InfoRow(wording.phone(), signatory.phone(), 2),
                new InfoRow(wording.email(), signatory.email(), 2));
    return Stream.of(references, contact, Stream.of(new InfoRow(wording.date(), day, 3)))
        .flatMap(rows -> rows);
  }

  private float infoRow(InfoRow row, float valueX, float top, List<Mark> marks) {
    Tag tag = document.child(Tag.Role.PARAGRAPH);
    String where = "the field " + row.label();
    float y = top + INFO_LEADING * BASELINE_IN_LEADING;
    pen.write(points(COLUMN_X), y, pen.runs(row.label() + " ", Style.SMALL, where), tag, marks);
    float measure = points(INFO_RIGHT) - valueX;
    Style style = Style.SMALL_VALUE;
    float width = Pen.width(pen.runs(row.value(), style, where));
    if (width > measure) {
      style = style.ofSize(Math.max(SMALLEST_VALUE, style.size() * measure / width * 0.995f));
    }
    float bottom = top;
    for (List<TextRun> line : pen.broken(row.value(), style, measure, where)) {
      pen.write(valueX, y, line, tag, marks);
      y += INFO_LEADING;
      bottom += INFO_LEADING;
    }
    return bottom;
  }

  private void date(List<Mark> marks) {
    pen.write(
        points(preset.sheet().left()),
        points(DATE_BASELINE),
        pen.runs(day, Style.BODY, wording.date()),
        document.child(Tag.Role.PARAGRAPH),
        marks);
  }

  private void referenceLine(List<Mark> marks) {
    String customer = wording.customer() + " " + head.recipient().customer();
    String text =
        head.caseId() == null
            ? customer
            : wording.reference() + " " + head.caseId() + "  ·  " + customer;
    pen.write(
        points(preset.sheet().left()),
        points(REFERENCE_BASELINE),
        pen.runs(text, Style.SMALL.ofSize(8.5f), "the reference"),
        document.child(Tag.Role.PARAGRAPH),
        marks);
  }
}
