package org.regards.cli;

import java.io.PrintWriter;
import java.util.List;

/** Rows set in columns; the first row is the head. The last column is as wide as it is. */
final class Columns {
  private static final int WIDEST = 48;

  private final PrintWriter out;

  Columns(PrintWriter out) {
    this.out = out;
  }

  void print(List<List<String>> cells) {
    List<List<String>> rows =
        cells.stream().map(row -> row.stream().map(TerminalText::line).toList()).toList();
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.min(WIDEST, Math.max(widths[column], row.get(column).length()));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length - 1; column++) {
        String cell = cut(row.get(column));
        line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
      }
      out.println(line.append(row.getLast()).toString().stripTrailing());
    }
  }

  private static String cut(String cell) {
    return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
  }
}
