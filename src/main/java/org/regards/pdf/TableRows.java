package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.Inline;
import org.regards.pdf.Line.Piece;
import org.regards.pdf.Line.Stroke;
import org.regards.pdf.Tag.Role;

/** Sets the rows of a table. Used by one thread, for one table. */
final class TableRows {
  private final Fonts fonts;
  private final List<PrintRefusal> refusals;
  private final String where;
  private final TableLook look;
  private final TableColumns columns;

  TableRows(
      Fonts fonts,
      List<PrintRefusal> refusals,
      String where,
      TableLook look,
      TableColumns columns) {
    this.fonts = fonts;
    this.refusals = refusals;
    this.where = where;
    this.look = look;
    this.columns = columns;
  }

  List<Line> head(List<List<Inline>> cells, Tag table) {
    return lines(cells, table, Role.HEAD_CELL, Role.HEAD_CELL);
  }

  List<Line> row(List<List<Inline>> cells, Tag table) {
    return lines(cells, table, Role.CELL, Role.CELL);
  }

  /** A row whose first cell says what the others are about. */
  List<Line> namedRow(List<List<Inline>> cells, Tag table) {
    return lines(cells, table, Role.ROW_HEAD, Role.CELL);
  }

  private List<Line> lines(List<List<Inline>> cells, Tag table, Role first, Role others) {
    Tag row = table.child(Role.ROW);
    List<List<Piece>> stacked = new ArrayList<>();
    float x = 0;
    for (int column = 0; column < cells.size(); column++) {
      Tag cell = row.child(column == 0 ? first : others);
      boolean small = others == Role.HEAD_CELL || (cell.role() == Role.ROW_HEAD && !look.ruled());
      Style style = small ? look.head() : look.cell();
      float width = columns.width(column) - look.padding();
      List<Line> cellLines = filled(set(cells.get(column), style, cell, x, width), x, cell);
      for (int i = 0; i < cellLines.size(); i++) {
        if (stacked.size() <= i) {
          stacked.add(new ArrayList<>());
        }
        Line line = cellLines.get(i);
        float shift = columns.isOfNumbers(column) ? x + width - line.right() : 0;
        stacked.get(i).addAll(line.shifted(shift).pieces());
      }
      x += columns.width(column);
    }
    return lines(stacked, x - look.padding(), others == Role.HEAD_CELL);
  }

  private List<Line> set(List<Inline> runs, Style style, Tag tag, float x, float width) {
    return LineBreaker.lines(
        new WordSetter(fonts, refusals, where).words(runs, style, tag),
        x,
        width,
        look.leading(),
        style);
  }

  /** An empty cell counts as a cell too: it holds a space. */
  private List<Line> filled(List<Line> cellLines, float x, Tag cell) {
    if (!cellLines.isEmpty()) {
      return cellLines;
    }
    TextRun space = new TextRun(" ", fonts.first(Typeface.SERIF), look.cell());
    return List.of(Line.of(look.leading(), List.of(new Piece(x, space, cell))));
  }

  /** A cell of several lines is read as a whole before the next one, so its tag is opened again. */
  private List<Line> lines(List<List<Piece>> stacked, float width, boolean head) {
    List<Line> lines = new ArrayList<>();
    float leading = look.leading();
    for (int i = 0; i < stacked.size(); i++) {
      boolean last = i == stacked.size() - 1;
      List<Stroke> rule =
          last && look.ruled()
              ? List.of(new Stroke(0, width, leading + look.gap() / 2))
              : List.of();
      lines.add(new Line(0, leading, i == 0 && !head, stacked.get(i), rule));
    }
    return lines;
  }
}
