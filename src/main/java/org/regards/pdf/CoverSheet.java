package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.regards.language.Countries;
import org.regards.pdf.RunSummary.Envelopes;
import org.regards.pdf.RunSummary.File;

/**
 * The sheet that lies on top of a print run: what to load, what to print, and which envelopes to
 * have ready. Used by one thread, for one run.
 */
final class CoverSheet {
  private static final String WHERE = "the cover sheet";
  private static final float MARGIN = 20;
  private static final float RULE = 0.5f;
  private static final float BOX = 3.6f;
  private static final float ROW = 19;
  private static final float SECTION = 34;
  private static final Style NUMBER = new Style(Typeface.SERIF_BOLD, 60, Ink.DEEP);
  private static final Style SECTION_NAME = new Style(Typeface.SERIF_BOLD, 14, Ink.DEEP);
  private static final Style HEAD = new Style(Typeface.SANS, 8, Ink.GREY);
  private static final Style CELL = new Style(Typeface.SANS, 10.5f, Ink.BLACK);
  private static final Style LARGE = new Style(Typeface.SERIF_BOLD, 20, Ink.BLACK);
  private static final Style NOTE = new Style(Typeface.SANS, 9, Ink.GREY);

  private final RunSummary run;
  private final Stationery stationery;
  private final Fonts fonts;
  private final Pen pen;
  private final float width;
  private final float height;
  private final Tag document = Tag.document();
  private final List<Page> pages = new ArrayList<>();
  private List<Mark> marks = new ArrayList<>();
  private float y;

  CoverSheet(RunSummary run, Stationery stationery, Fonts fonts) {
    this.run = run;
    this.stationery = stationery;
    this.fonts = fonts;
    this.pen = new Pen(fonts, new ArrayList<>());
    boolean american = Countries.usesLetterPaper(stationery.country());
    this.width = points(american ? 215.9f : 210);
    this.height = points(american ? 279.4f : 297);
  }

  /**
   * A column of a table.
   *
   * @param x of its left edge, or of its right one when it holds numbers
   */
  private record Column(String name, float x, boolean numbers) {}

  List<Page> pages() {
    title();
    load();
    files();
    envelopes();
    steps();
    endPage();
    return List.copyOf(pages);
  }

  private void title() {
    y = points(MARGIN) + 4;
    String business = stationery.business().isEmpty() ? "" : "  ·  " + stationery.business();
    line("PRINT RUN" + business.toUpperCase(Locale.ROOT), HEAD, Tag.Role.PARAGRAPH);
    y += 58;
    line(run.run(), NUMBER, Tag.Role.HEADING);
    y += 16;
    paragraph(run.what(), CELL.ofSize(12));
    paragraph(run.made(), NOTE);
  }

  /** Sheets of one paper, with how they are printed, over all files. */
  private record Load(String load, String instructions) {}

  private void load() {
    Map<Load, Integer> loads = new LinkedHashMap<>();
    for (File file : run.files()) {
      loads.merge(new Load(file.load(), file.instructions()), file.count(), Integer::sum);
    }
    section("Load", loads.size() * 3);
    loads.forEach(
        (load, sheets) -> {
          room(3 * ROW);
          y += LARGE.size() * 1.5f;
          String sheet = sheets == 1 ? "sheet" : "sheets";
          line("%,d %s of %s".formatted(sheets, sheet, load.load()), LARGE, Tag.Role.PARAGRAPH);
          y += 3;
          paragraph(load.instructions(), CELL);
        });
  }

  private void files() {
    section("Print", 2);
    List<Column> columns =
        List.of(
            new Column("FILE", points(MARGIN) + points(7), false),
            new Column("NUMBERED", points(MARGIN) + points(88), false),
            new Column("SHEETS", width - points(MARGIN) - points(38), true),
            new Column("PAGES", width - points(MARGIN) - points(19), true),
            new Column("LETTERS", width - points(MARGIN), true));
    Tag table = document.child(Tag.Role.TABLE);
    head(table, columns);
    for (File file : run.files()) {
      if (room(ROW)) {
        head(table, columns);
      }
      box();
      row(
          table,
          columns,
          List.of(
              file.name(),
              file.sheets(),
              "%,d".formatted(file.count()),
              "%,d".formatted(file.pages()),
              "%,d".formatted(file.letters())));
    }
  }

  private void envelopes() {
    if (run.envelopes().isEmpty()) {
      return;
    }
    section("Envelopes", 2);
    List<Column> columns =
        List.of(
            new Column("SIZE", points(MARGIN) + points(7), false),
            new Column("PIECES", width - points(MARGIN), true));
    Tag table = document.child(Tag.Role.TABLE);
    head(table, columns);
    for (Envelopes envelopes : run.envelopes()) {
      if (room(ROW)) {
        head(table, columns);
      }
      box();
      row(table, columns, List.of(envelopes.envelope(), "%,d".formatted(envelopes.count())));
    }
  }

  private void steps() {
    section("Then", 5);
    step("Keep the letters in this order: it is the one the post wants.");
    step("When all is posted: regards printed " + run.run());
    y += ROW;
    room(2 * ROW);
    paragraph(
        "Which letter lies on which sheet, manifest.csv says. Was a sheet spoiled? Destroy it and"
            + " print it again, the first sheet for example with: regards print-run reprint "
            + run.run()
            + " --sheets 1",
        NOTE);
  }

  private void step(String text) {
    room(ROW);
    y += ROW;
    box(y);
    pen.write(
        points(MARGIN) + points(7),
        y,
        pen.runs(printable(text), CELL, WHERE),
        document.child(Tag.Role.PARAGRAPH),
        marks);
  }

  /** A box to tick beside the row that follows. */
  private void box() {
    box(y + ROW);
  }

  private void box(float baseline) {
    float left = points(MARGIN);
    float side = points(BOX);
    float bottom = baseline + 1;
    float top = bottom - side;
    marks.add(new Mark.Rule(left, top, left + side, top, RULE, Ink.GREY));
    marks.add(new Mark.Rule(left, bottom, left + side, bottom, RULE, Ink.GREY));
    marks.add(new Mark.Rule(left, top, left, bottom, RULE, Ink.GREY));
    marks.add(new Mark.Rule(left + side, top, left + side, bottom, RULE, Ink.GREY));
  }

  private void section(String name, int rows) {
    room(SECTION + rows * ROW);
    y += SECTION;
    line(name, SECTION_NAME, Tag.Role.PARAGRAPH);
    y += 5;
    marks.add(new Mark.Rule(points(MARGIN), y, width - points(MARGIN), y, RULE, Ink.DEEP));
  }

  private void head(Tag table, List<Column> columns) {
    y += ROW - 4;
    Tag row = table.child(Tag.Role.ROW);
    for (Column column : columns) {
      cell(row.child(Tag.Role.HEAD_CELL), column, column.name(), HEAD);
    }
  }

  private void row(Tag table, List<Column> columns, List<String> cells) {
    y += ROW;
    Tag row = table.child(Tag.Role.ROW);
    for (int i = 0; i < columns.size(); i++) {
      cell(row.child(Tag.Role.CELL), columns.get(i), cells.get(i), CELL);
    }
  }

  private void cell(Tag tag, Column column, String text, Style style) {
    List<TextRun> runs = pen.runs(printable(text), style, WHERE);
    float x = column.numbers() ? column.x() - Pen.width(runs) : column.x();
    pen.write(x, y, runs, tag, marks);
  }

  private void line(String text, Style style, Tag.Role role) {
    pen.write(
        points(MARGIN), y, pen.runs(printable(text), style, WHERE), document.child(role), marks);
  }

  private void paragraph(String text, Style style) {
    Tag tag = document.child(Tag.Role.PARAGRAPH);
    for (List<TextRun> row :
        pen.broken(printable(text), style, width - 2 * points(MARGIN), WHERE)) {
      y += style.size() * 1.45f;
      pen.write(points(MARGIN), y, row, tag, marks);
    }
  }

  /** Begins a new page where there is no room; tells whether it did. */
  private boolean room(float needed) {
    if (y + needed <= height - points(MARGIN)) {
      return false;
    }
    endPage();
    y = points(MARGIN) + 8;
    pen.adorn(points(MARGIN), y, pen.runs(run.run(), HEAD, WHERE), marks);
    y += 8;
    return true;
  }

  private void endPage() {
    pages.add(new Page(width, height, marks));
    marks = new ArrayList<>();
  }

  /** The name of a person at a computer may hold anything. */
  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(
            codePoint ->
                Printable.refusal(codePoint).isEmpty()
                        && (codePoint == ' ' || fonts.face(Typeface.SANS, codePoint).isPresent())
                    ? codePoint
                    : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
