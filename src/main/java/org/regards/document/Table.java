package org.regards.document;

import java.util.Arrays;
import java.util.List;

/**
 * Rows under a head.
 *
 * @param name what a script calls it, for example {@code people}
 * @param caption what it shows, in a sentence or two; may be empty
 * @param rows each has as many cells as there are columns
 */
public record Table(String name, String caption, List<Column> columns, List<List<Cell>> rows)
    implements Element {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s has %d columns, but a row of %d cells".formatted(name, columns.size(), row.size()));
      }
    }
  }

  /**
   * What one column is called.
   *
   * @param name what a script calls it
   * @param title what stands over it
   */
  public record Column(String name, String title) {}

  /**
   * Columns by their titles; a script calls them the same, with {@code _} for what is no letter.
   */
  public static List<Column> columns(String... titles) {
    return Arrays.stream(titles)
        .map(title -> new Column(title.replaceAll("[^\\p{Alnum}]+", "_"), title))
        .toList();
  }

  /** Whether all cells of a column are figures. */
  public boolean isOfFigures(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).isFigure());
  }
}
